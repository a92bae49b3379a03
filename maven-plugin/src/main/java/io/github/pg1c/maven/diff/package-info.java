/** Shows the differences between two configurations of a cluster: settings, and the steps that make them effective. */
@NullMarked
package io.github.pg1c.maven.diff;

import org.jspecify.annotations.NullMarked;
