/**
 * Facts about each parameter for each version and build of PostgreSQL: type, bounds, context, and where Patroni keeps
 * it.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.catalogue;

import org.jspecify.annotations.NullMarked;
