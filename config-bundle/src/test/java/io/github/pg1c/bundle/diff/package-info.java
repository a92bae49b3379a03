/** Tests of the package. */
@NullMarked
package io.github.pg1c.bundle.diff;

import org.jspecify.annotations.NullMarked;
