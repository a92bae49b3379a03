/**
 * Checks of overrides, of users' rules and of whole plans.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.check;

import org.jspecify.annotations.NullMarked;
