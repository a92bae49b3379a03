/**
 * What the {@code verify.groovy} of the cases in {@code src/it} call.
 * It is compiled with the tests and reaches the scripts on their class path.
 */
@NullMarked
package io.github.pg1c.maven.it;

import org.jspecify.annotations.NullMarked;
