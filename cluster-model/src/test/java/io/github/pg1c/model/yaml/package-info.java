/**
 * The strict reader: good systems, mistakes, hostile files.
 * What the rules find is tested in {@code io.github.pg1c.model.rules}.
 */
@NullMarked
package io.github.pg1c.model.yaml;

import org.jspecify.annotations.NullMarked;
