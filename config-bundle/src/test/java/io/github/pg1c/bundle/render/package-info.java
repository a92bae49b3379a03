/** Tests of everything that is made of all components together. */
@NullMarked
package io.github.pg1c.bundle.render;

import org.jspecify.annotations.NullMarked;
