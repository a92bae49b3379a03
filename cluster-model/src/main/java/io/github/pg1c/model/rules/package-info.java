/**
 * The rules of the domain for the description of a cluster, each with a stable code, a reason and a remedy.
 * {@link io.github.pg1c.model.rules.ClusterValidator} applies all of them.
 */
@NullMarked
package io.github.pg1c.model.rules;

import org.jspecify.annotations.NullMarked;
