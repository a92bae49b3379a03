/** Writers of text formats, each with the format's own quoting. */
@NullMarked
package io.github.pg1c.base.text;

import org.jspecify.annotations.NullMarked;
