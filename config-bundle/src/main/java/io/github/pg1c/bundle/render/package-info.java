/** The registration of all components, and the artefacts that are made of all of them. */
@NullMarked
package io.github.pg1c.bundle.render;

import org.jspecify.annotations.NullMarked;
