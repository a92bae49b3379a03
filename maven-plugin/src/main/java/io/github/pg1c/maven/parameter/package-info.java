/** The parameters of goals: their names, how their values are read, and what is wrong with them. */
@NullMarked
package io.github.pg1c.maven.parameter;

import org.jspecify.annotations.NullMarked;
