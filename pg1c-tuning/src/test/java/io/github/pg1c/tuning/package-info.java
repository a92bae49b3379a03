/** Tests of the tuning. Not part of any artifact. */
@NullMarked
package io.github.pg1c.tuning;

import org.jspecify.annotations.NullMarked;
