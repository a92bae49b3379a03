/**
 * What a database node is and what 1C asks of it.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.input;

import org.jspecify.annotations.NullMarked;
