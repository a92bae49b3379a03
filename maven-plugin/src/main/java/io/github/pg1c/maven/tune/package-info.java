/**
 * The calculator at the command line: for figures that the user names, or for each node of a specification.
 * {@link io.github.pg1c.maven.tune.Tuning} is the way through it.
 */
@NullMarked
package io.github.pg1c.maven.tune;

import org.jspecify.annotations.NullMarked;
