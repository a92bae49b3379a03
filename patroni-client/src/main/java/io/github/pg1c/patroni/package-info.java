/**
 * A typed client of Patroni's REST API. {@link io.github.pg1c.patroni.PatroniClient} asks a cluster and its members,
 * changes them, and waits for what follows; {@link io.github.pg1c.patroni.Fleet} asks many clusters.
 *
 * <p>Answers of a reachable Patroni are values, a 503 of a health check among them. So is every outcome of a change,
 * the unknown one too. Only what prevents the answer to a question is an exception.
 */
@NullMarked
package io.github.pg1c.patroni;

import org.jspecify.annotations.NullMarked;
