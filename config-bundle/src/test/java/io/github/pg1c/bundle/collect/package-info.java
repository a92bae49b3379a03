/** Tests of the package. */
@NullMarked
package io.github.pg1c.bundle.collect;

import org.jspecify.annotations.NullMarked;
