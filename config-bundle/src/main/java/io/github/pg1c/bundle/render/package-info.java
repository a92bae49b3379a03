/** The registration of all components, and what is made of them together. */
@NullMarked
package io.github.pg1c.bundle.render;

import org.jspecify.annotations.NullMarked;
