/** Tests of the package. */
@NullMarked
package io.github.pg1c.bundle.write;

import org.jspecify.annotations.NullMarked;
