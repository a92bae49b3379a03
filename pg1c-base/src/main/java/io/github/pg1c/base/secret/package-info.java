/** Values that must not be shown. */
@NullMarked
package io.github.pg1c.base.secret;

import org.jspecify.annotations.NullMarked;
