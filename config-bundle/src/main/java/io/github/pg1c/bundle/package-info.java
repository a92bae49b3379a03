/**
 * The configuration of a whole cluster as files: rendered in memory, compared, and written by one writer. Rendering
 * uses no clock, network or host name, so the same specification always gives the same bytes.
 */
@NullMarked
package io.github.pg1c.bundle;

import org.jspecify.annotations.NullMarked;
