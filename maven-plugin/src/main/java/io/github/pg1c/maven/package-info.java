/**
 * The goals, as {@code pg1c:generate} and {@code pg1c:switchover}: parameters in, sentences out.
 * Nothing else of pg1c knows Maven; the work itself is in the packages below.
 */
@NullMarked
package io.github.pg1c.maven;

import org.jspecify.annotations.NullMarked;
