/**
 * Everything that is known about one parameter of a plan: rule, formula, measured effect and advice of others.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.explain;

import org.jspecify.annotations.NullMarked;
