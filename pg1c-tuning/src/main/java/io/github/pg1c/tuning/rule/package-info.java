/**
 * Rules and sets of rules: how the value of a parameter is calculated, why, and by whose advice.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.rule;

import org.jspecify.annotations.NullMarked;
