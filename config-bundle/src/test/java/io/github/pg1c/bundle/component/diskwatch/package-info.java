/** Tests of the package. */
@NullMarked
package io.github.pg1c.bundle.component.diskwatch;

import org.jspecify.annotations.NullMarked;
