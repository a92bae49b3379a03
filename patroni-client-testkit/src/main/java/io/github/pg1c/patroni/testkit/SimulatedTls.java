package io.github.pg1c.patroni.testkit;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The TLS of all members; plain HTTP without a context. */
record SimulatedTls(@Nullable SSLContext context, ClientCertificates client) {
    static final SimulatedTls NONE = new SimulatedTls(null, ClientCertificates.NOT_ASKED);
}
