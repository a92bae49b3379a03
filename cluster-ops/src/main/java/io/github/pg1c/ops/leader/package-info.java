/** Changes of the leader: switchover, failover, cancelling a scheduled switchover. */
@NullMarked
package io.github.pg1c.ops.leader;

import org.jspecify.annotations.NullMarked;
