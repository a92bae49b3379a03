/**
 * Files of which only the owner may know the content, written so that a power failure leaves the old or the new one.
 */
@NullMarked
package io.github.pg1c.base.file;

import org.jspecify.annotations.NullMarked;
