/**
 * What is generated from the keys and the rules: JSON Schema, reference pages, a page for each problem.
 * The files are compared on every build; {@code -Dgolden.update=true} writes them anew.
 */
@NullMarked
package io.github.pg1c.model.documentation;

import org.jspecify.annotations.NullMarked;
