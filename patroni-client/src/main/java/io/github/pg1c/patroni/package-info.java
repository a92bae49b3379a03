/**
 * A typed client of Patroni's REST API: what a cluster and its members say about themselves, and what can be asked of them.
 * Answers of a reachable Patroni, a 503 of a health check among them, are values, and so is every outcome of a change, the unknown one too; only what prevents the answer to a question is an exception.
 */
@NullMarked
package io.github.pg1c.patroni;

import org.jspecify.annotations.NullMarked;
