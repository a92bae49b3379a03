/** Writers of the formats that a bundle consists of, each with the format's own quoting. */
@NullMarked
package io.github.pg1c.bundle.text;

import org.jspecify.annotations.NullMarked;
