/** Tests of {@code io.github.pg1c.model.value}. */
@NullMarked
package io.github.pg1c.model.value;

import org.jspecify.annotations.NullMarked;
