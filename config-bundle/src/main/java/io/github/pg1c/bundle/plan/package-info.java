/** The cluster as the components see it, with the calculated values. */
@NullMarked
package io.github.pg1c.bundle.plan;

import org.jspecify.annotations.NullMarked;
