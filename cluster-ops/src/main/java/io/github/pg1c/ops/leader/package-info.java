/** Giving the leader's role to another member: switchover, failover, cancelling a scheduled switchover. */
@NullMarked
package io.github.pg1c.ops.leader;

import org.jspecify.annotations.NullMarked;
