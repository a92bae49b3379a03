/** What a store is asked to hold, and when what it holds is due. */
@NullMarked
package io.github.pg1c.pki.plan;

import org.jspecify.annotations.NullMarked;
