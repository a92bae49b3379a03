/**
 * Operations on a cluster and its members, and their outcomes as values: switchover, failover, restart, reload,
 * reinitialization, changes of the configuration, pause, and waiting for a leader.
 */
@NullMarked
package io.github.pg1c.patroni.operation;

import org.jspecify.annotations.NullMarked;
