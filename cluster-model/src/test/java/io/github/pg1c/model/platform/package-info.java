/** Tests of {@code io.github.pg1c.model.platform}. */
@NullMarked
package io.github.pg1c.model.platform;

import org.jspecify.annotations.NullMarked;
