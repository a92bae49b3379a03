/** The planned content of a store, and the policy of its renewals. */
@NullMarked
package io.github.pg1c.pki.plan;

import org.jspecify.annotations.NullMarked;
