/**
 * Facts that follow from a specification: layout of the nodes, timing, quorum, tuning, connections, flows, endpoints.
 *
 * <p>{@link io.github.pg1c.model.derived.Derivation} derives each of them once; a {@code ClusterPlan} holds those of a
 * valid cluster.
 */
@NullMarked
package io.github.pg1c.model.derived;

import org.jspecify.annotations.NullMarked;
