/** Tests of switchover and failover. */
@NullMarked
package io.github.pg1c.ops.leader;

import org.jspecify.annotations.NullMarked;
