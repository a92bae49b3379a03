/**
 * Tests of what the goals do, without Maven.
 * What they do inside Maven is tested by the cases in {@code src/it}.
 */
@NullMarked
package io.github.pg1c.maven.run;

import org.jspecify.annotations.NullMarked;
