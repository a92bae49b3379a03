/**
 * The calculation itself: values of parameters that depend on each other, shared memory and the memory budget. Not
 * API.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.calculation;

import org.jspecify.annotations.NullMarked;
