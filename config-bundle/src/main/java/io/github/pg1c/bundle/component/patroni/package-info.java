/** Patroni: runs PostgreSQL and chooses the leader. */
@NullMarked
package io.github.pg1c.bundle.component.patroni;

import org.jspecify.annotations.NullMarked;
