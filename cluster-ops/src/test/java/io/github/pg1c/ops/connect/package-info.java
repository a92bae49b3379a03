/** Tests of the connection to a cluster. */
@NullMarked
package io.github.pg1c.ops.connect;

import org.jspecify.annotations.NullMarked;
