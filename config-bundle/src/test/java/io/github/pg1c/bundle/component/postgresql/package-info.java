/** Tests of the package. */
@NullMarked
package io.github.pg1c.bundle.component.postgresql;

import org.jspecify.annotations.NullMarked;
