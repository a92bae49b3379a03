/**
 * The sets of rules that come with pg1c.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.preset;

import org.jspecify.annotations.NullMarked;
