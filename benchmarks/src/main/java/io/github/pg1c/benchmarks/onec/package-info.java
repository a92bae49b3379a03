/**
 * A load shaped like 1C:Enterprise against one real PostgreSQL server, under each configuration in turn: what a
 * configuration costs or saves in posting, reports, restricted queries, restructuring and temporary tables, and what
 * each rule of {@code balanced} does.
 */
@NullMarked
package io.github.pg1c.benchmarks.onec;

import org.jspecify.annotations.NullMarked;
