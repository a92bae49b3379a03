/** The parameters of goals: names, readers of values, and problems. */
@NullMarked
package io.github.pg1c.maven.parameter;

import org.jspecify.annotations.NullMarked;
