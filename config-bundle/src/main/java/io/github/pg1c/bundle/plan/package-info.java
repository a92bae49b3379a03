/** The cluster as the components see it, with what was calculated for it. */
@NullMarked
package io.github.pg1c.bundle.plan;

import org.jspecify.annotations.NullMarked;
