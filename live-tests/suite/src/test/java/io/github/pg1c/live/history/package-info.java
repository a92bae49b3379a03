/** The checker against made-up histories; nothing here needs a cluster. */
@NullMarked
package io.github.pg1c.live.history;

import org.jspecify.annotations.NullMarked;
