/** Requests for Patroni's server: TLS, time-outs, cancelling, and the choice among the endpoints. */
@NullMarked
package io.github.pg1c.patroni.internal.http;

import org.jspecify.annotations.NullMarked;
