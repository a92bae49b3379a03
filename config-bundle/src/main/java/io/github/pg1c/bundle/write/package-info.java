/** Writes a bundle completely or not at all, and does not touch unchanged files. */
@NullMarked
package io.github.pg1c.bundle.write;

import org.jspecify.annotations.NullMarked;
