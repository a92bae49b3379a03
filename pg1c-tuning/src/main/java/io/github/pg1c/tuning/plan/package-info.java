/**
 * The calculated plan: parameters, memory budget, limits of the pooler and settings of the kernel, each with its
 * reason.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.plan;

import org.jspecify.annotations.NullMarked;
