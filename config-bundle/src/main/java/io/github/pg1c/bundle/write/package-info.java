/** Writes a bundle whole or not at all, and touches no file that did not change. */
@NullMarked
package io.github.pg1c.bundle.write;

import org.jspecify.annotations.NullMarked;
