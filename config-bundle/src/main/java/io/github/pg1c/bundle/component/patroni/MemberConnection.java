package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.plan.PlanContext;

/** How one member connects to the server of another: over TLS, verified as far as the version can. */
public final class MemberConnection {

    private MemberConnection() {}

    /**
     * Parameters of a connection string for the verification.
     *
     * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html">PostgreSQL: SSL support of libpq</a>
     */
    public static String tls(PlanContext context) {
        String tls = "sslmode=" + PatroniPostgresql.sslMode(context) + " sslrootcert=" + PatroniPaths.CA;
        return context.lists().has(Certificates.CLUSTER_AUTHORITY) ? tls + " sslcrl=" + PatroniPaths.REVOKED : tls;
    }
}
