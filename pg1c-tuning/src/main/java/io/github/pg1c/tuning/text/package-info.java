/**
 * Plans as text: configuration files, SQL, JSON and tables; and the reader of {@code postgresql.conf}.
 *
 * @since 0.1
 */
@NullMarked
package io.github.pg1c.tuning.text;

import org.jspecify.annotations.NullMarked;
