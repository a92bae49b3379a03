/**
 * Tests of the bundle as a whole: its bytes, its writer.
 * Clusters come from {@link io.github.pg1c.bundle.Clusters}, trees of files are compared by {@link io.github.pg1c.bundle.Trees}.
 */
@NullMarked
package io.github.pg1c.bundle;

import org.jspecify.annotations.NullMarked;
