/**
 * The rules of the domain that a description of a cluster must keep, each with a stable code, its reason and its
 * remedy. {@link io.github.pg1c.model.rules.ClusterValidator} applies all of them.
 */
@NullMarked
package io.github.pg1c.model.rules;

import org.jspecify.annotations.NullMarked;
