/** Generates the configuration of clusters and reports the results. */
@NullMarked
package io.github.pg1c.maven.generate;

import org.jspecify.annotations.NullMarked;
