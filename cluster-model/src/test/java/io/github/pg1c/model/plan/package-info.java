/** Tests of {@code io.github.pg1c.model.plan}. */
@NullMarked
package io.github.pg1c.model.plan;

import org.jspecify.annotations.NullMarked;
