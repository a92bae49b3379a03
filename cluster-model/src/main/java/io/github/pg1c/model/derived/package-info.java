/**
 * What follows from a specification: layout of the nodes, timing, quorum, tuning, connections, flows and endpoints.
 *
 * <p>{@link io.github.pg1c.model.derived.Derivation} derives each of them once; a valid cluster's are together in
 * a {@code ClusterPlan}.
 */
@NullMarked
package io.github.pg1c.model.derived;

import org.jspecify.annotations.NullMarked;
