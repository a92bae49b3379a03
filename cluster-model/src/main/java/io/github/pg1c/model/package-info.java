/**
 * The description of a cluster: one record for each section of a specification.
 *
 * <p>Everything here is a value. What follows from a description is in {@code io.github.pg1c.model.plan}, reading
 * files in {@code io.github.pg1c.model.yaml}, the rules in {@code io.github.pg1c.model.rules}.
 */
@NullMarked
package io.github.pg1c.model;

import org.jspecify.annotations.NullMarked;
