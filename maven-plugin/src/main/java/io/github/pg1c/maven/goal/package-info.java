/**
 * What all goals have in common, and the goals about specifications, as {@code pg1c:generate}: parameters in, sentences
 * out.
 * Nothing else of pg1c knows Maven; the work itself is in the packages beside this one and in the libraries.
 */
@NullMarked
package io.github.pg1c.maven.goal;

import org.jspecify.annotations.NullMarked;
