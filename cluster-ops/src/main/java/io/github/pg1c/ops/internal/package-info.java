/** Internal classes that operations share. */
@NullMarked
package io.github.pg1c.ops.internal;

import org.jspecify.annotations.NullMarked;
