/**
 * Checks of what a user wrote and of what a plan comes to.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.check;

import org.jspecify.annotations.NullMarked;
