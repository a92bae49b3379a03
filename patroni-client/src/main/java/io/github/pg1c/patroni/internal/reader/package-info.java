/** Turns answers of Patroni into values. */
@NullMarked
package io.github.pg1c.patroni.internal.reader;

import org.jspecify.annotations.NullMarked;
