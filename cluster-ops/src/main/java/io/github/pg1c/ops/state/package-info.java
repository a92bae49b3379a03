/** The state of running clusters: what members say, who replicates from whom, waiting for a leader. */
@NullMarked
package io.github.pg1c.ops.state;

import org.jspecify.annotations.NullMarked;
