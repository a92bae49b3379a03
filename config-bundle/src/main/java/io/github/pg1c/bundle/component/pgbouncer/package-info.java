/** PgBouncer: the pooler in front of PostgreSQL. */
@NullMarked
package io.github.pg1c.bundle.component.pgbouncer;

import org.jspecify.annotations.NullMarked;
