/**
 * The description of a cluster: one record for each section of a specification.
 *
 * <p>Everything here is a value. {@code io.github.pg1c.model.plan} holds the facts that follow from a description,
 * {@code io.github.pg1c.model.yaml} the reader, {@code io.github.pg1c.model.rules} the rules.
 */
@NullMarked
package io.github.pg1c.model;

import org.jspecify.annotations.NullMarked;
