/** Tests of {@code io.github.pg1c.model.derived}. */
@NullMarked
package io.github.pg1c.model.derived;

import org.jspecify.annotations.NullMarked;
