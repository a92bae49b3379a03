/**
 * A typed client of Patroni's REST API. {@link io.github.pg1c.patroni.PatroniClient} reads and changes a cluster and
 * waits for results; {@link io.github.pg1c.patroni.Fleet} asks many clusters.
 *
 * <p>Answers of a reachable Patroni are values, also a 503 of a health check. Every outcome of a change is a value,
 * too, also an unknown one. Only a question without an answer is an exception.
 */
@NullMarked
package io.github.pg1c.patroni;

import org.jspecify.annotations.NullMarked;
