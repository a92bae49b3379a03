/** Tests of the whole module: its packages. */
@NullMarked
package io.github.pg1c.model;

import org.jspecify.annotations.NullMarked;
