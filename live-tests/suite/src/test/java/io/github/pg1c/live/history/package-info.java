/** Tests of the checker with artificial histories; they need no cluster. */
@NullMarked
package io.github.pg1c.live.history;

import org.jspecify.annotations.NullMarked;
