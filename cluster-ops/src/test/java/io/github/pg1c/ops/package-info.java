/** Operations on a simulated cluster, and the architecture of the module. */
@NullMarked
package io.github.pg1c.ops;

import org.jspecify.annotations.NullMarked;
