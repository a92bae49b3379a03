/** Tests of operations on the shared configuration. */
@NullMarked
package io.github.pg1c.ops.config;

import org.jspecify.annotations.NullMarked;
