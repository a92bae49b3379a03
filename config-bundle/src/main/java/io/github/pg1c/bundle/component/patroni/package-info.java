/** Patroni: runs PostgreSQL and decides who leads. */
@NullMarked
package io.github.pg1c.bundle.component.patroni;

import org.jspecify.annotations.NullMarked;
