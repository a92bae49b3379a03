/**
 * The description of a cluster and the facts that follow from it.
 * Everything here is a value: reading files is in {@code io.github.pg1c.model.yaml}, the rules are in {@code io.github.pg1c.model.rules}.
 */
@NullMarked
package io.github.pg1c.model;

import org.jspecify.annotations.NullMarked;
