/** Private files, written so that a power failure leaves the old file or the new one. */
@NullMarked
package io.github.pg1c.base.file;

import org.jspecify.annotations.NullMarked;
