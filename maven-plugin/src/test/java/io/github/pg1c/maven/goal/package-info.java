/** Tests of what goals have in common. */
@NullMarked
package io.github.pg1c.maven.goal;

import org.jspecify.annotations.NullMarked;
