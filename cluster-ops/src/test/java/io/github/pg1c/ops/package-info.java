/** Operations on a cluster that answers as Patroni does and changes as it is told; the architecture of the module. */
@NullMarked
package io.github.pg1c.ops;

import org.jspecify.annotations.NullMarked;
