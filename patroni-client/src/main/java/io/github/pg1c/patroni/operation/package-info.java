/**
 * What can be asked of a cluster and its members, and what becomes of it: switchover, failover, restart, reload,
 * reinitialization, changes of the configuration, pause, and waiting for a leader. Outcomes are values.
 */
@NullMarked
package io.github.pg1c.patroni.operation;

import org.jspecify.annotations.NullMarked;
