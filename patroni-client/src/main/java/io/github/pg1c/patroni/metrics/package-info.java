/** The metrics of a member. */
@NullMarked
package io.github.pg1c.patroni.metrics;

import org.jspecify.annotations.NullMarked;
