/**
 * Facts about a host as its {@code collect.sh} answers them. Nothing here compares them with anything.
 */
@NullMarked
package io.github.pg1c.bundle.collect;

import org.jspecify.annotations.NullMarked;
