/**
 * The calculator at the command line: for given figures, or for each node of a specification.
 * {@link io.github.pg1c.maven.tune.Tuning} is the entry point.
 */
@NullMarked
package io.github.pg1c.maven.tune;

import org.jspecify.annotations.NullMarked;
