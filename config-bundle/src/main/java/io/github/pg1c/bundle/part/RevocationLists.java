package io.github.pg1c.bundle.part;

import java.util.Set;
import java.util.TreeSet;

/**
 * The authorities whose revocation lists the nodes check. A list exists after the first revocation. Before that no line
 * of the configuration names one, because a missing or expired list makes a service refuse every client.
 *
 * @param authorities names of the authorities that have revoked something
 * @see <a href="https://etcd.io/docs/v3.5/op-guide/security/">etcd: transport security</a>,
 *     <a href="https://docs.haproxy.org/3.0/configuration.html#5.2-crl-file">HAProxy: crl-file</a>,
 *     <a href="https://www.postgresql.org/docs/17/runtime-config-connection.html#GUC-SSL-CRL-FILE">PostgreSQL:
 *     ssl_crl_file</a>
 * @since 0.1
 */
public record RevocationLists(Set<String> authorities) {

    /** No lists, because nothing was revoked. */
    public static final RevocationLists NONE = new RevocationLists(Set.of());

    public RevocationLists {
        authorities = Set.copyOf(new TreeSet<>(authorities));
    }

    /** The lists of some authorities. */
    public static RevocationLists of(String... authorities) {
        return new RevocationLists(Set.of(authorities));
    }

    /** Whether the authority has revoked something. */
    public boolean has(String authority) {
        return authorities.contains(authority);
    }
}
