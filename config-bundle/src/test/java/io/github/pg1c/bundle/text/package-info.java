/** Tests of the package. */
@NullMarked
package io.github.pg1c.bundle.text;

import org.jspecify.annotations.NullMarked;
