/**
 * The rules of the domain, each seen to find its problem.
 * The cases are in {@link io.github.pg1c.model.rules.ProblemCases}.
 */
@NullMarked
package io.github.pg1c.model.rules;

import org.jspecify.annotations.NullMarked;
