/**
 * Differences between two plans, or between a plan and a configuration file.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.compare;

import org.jspecify.annotations.NullMarked;
