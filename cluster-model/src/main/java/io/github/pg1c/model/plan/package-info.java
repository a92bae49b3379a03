/**
 * A checked cluster with everything that follows from it: {@link io.github.pg1c.model.plan.ClusterPlan}, and the ways
 * to make one in Java.
 */
@NullMarked
package io.github.pg1c.model.plan;

import org.jspecify.annotations.NullMarked;
