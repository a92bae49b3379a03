/** The operating system: kernel settings and limits. */
@NullMarked
package io.github.pg1c.bundle.component.system;

import org.jspecify.annotations.NullMarked;
