/** What operations share and do not export. */
@NullMarked
package io.github.pg1c.ops.internal;

import org.jspecify.annotations.NullMarked;
