/**
 * The state of a cluster: members with their roles, states and lags, the history of timelines, and a survey of all
 * members with the points on which they disagree.
 */
@NullMarked
package io.github.pg1c.patroni.cluster;

import org.jspecify.annotations.NullMarked;
