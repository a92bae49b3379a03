/**
 * One renderer for each kind of file, from typed values, with that format's own quoting.
 * {@link io.github.pg1c.bundle.render.NodeRenderers} lists them in the order in which a node's files are made.
 */
@NullMarked
package io.github.pg1c.bundle.render;

import org.jspecify.annotations.NullMarked;
