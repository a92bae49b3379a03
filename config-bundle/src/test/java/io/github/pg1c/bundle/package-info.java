/**
 * Tests of the bundle as a whole: its bytes, its writer. {@link io.github.pg1c.bundle.render.Clusters} has the
 * clusters.
 */
@NullMarked
package io.github.pg1c.bundle;

import org.jspecify.annotations.NullMarked;
