/** The state of running clusters: the status of members, the replication tree, waiting for a leader. */
@NullMarked
package io.github.pg1c.ops.state;

import org.jspecify.annotations.NullMarked;
