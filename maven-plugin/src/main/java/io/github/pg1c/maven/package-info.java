/**
 * The goals {@code pg1c:generate}, {@code pg1c:validate} and {@code pg1c:help}: parameters in, sentences out.
 * Nothing else of pg1c knows Maven; the work itself is in the packages below.
 */
@NullMarked
package io.github.pg1c.maven;

import org.jspecify.annotations.NullMarked;
