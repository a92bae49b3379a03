/** Tests of operations on members. */
@NullMarked
package io.github.pg1c.ops.member;

import org.jspecify.annotations.NullMarked;
