/** Operations on single members: choosing them, rolling restarts, reload, reinitialisation. */
@NullMarked
package io.github.pg1c.ops.member;

import org.jspecify.annotations.NullMarked;
