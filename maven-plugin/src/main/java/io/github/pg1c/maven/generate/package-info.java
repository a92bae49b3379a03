/** Generates the configuration of clusters and tells what happened. */
@NullMarked
package io.github.pg1c.maven.generate;

import org.jspecify.annotations.NullMarked;
