/**
 * A typed client of Patroni's REST API: what a cluster and its members say about themselves.
 * Answers of a reachable Patroni, a 503 of a health check among them, are values; only what prevents an answer is an exception.
 */
@NullMarked
package io.github.pg1c.patroni;

import org.jspecify.annotations.NullMarked;
