/** Tests of the tuning; those named {@code IT} run real servers of every supported version. Not part of any artifact. */
@NullMarked
package io.github.pg1c.tuning;

import org.jspecify.annotations.NullMarked;
