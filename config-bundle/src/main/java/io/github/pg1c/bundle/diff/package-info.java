/** The difference of two bundles: changed settings, and the steps that make them effective. */
@NullMarked
package io.github.pg1c.bundle.diff;

import org.jspecify.annotations.NullMarked;
