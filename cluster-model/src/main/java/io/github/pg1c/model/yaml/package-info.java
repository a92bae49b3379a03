/**
 * Reads a specification strictly: every mistake of a file is reported at once, with its line and column.
 * {@link io.github.pg1c.model.yaml.SpecificationReader} is where to start.
 */
@NullMarked
package io.github.pg1c.model.yaml;

import org.jspecify.annotations.NullMarked;
