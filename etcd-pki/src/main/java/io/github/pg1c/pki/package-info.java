/**
 * A private certificate authority for a PostgreSQL cluster: what etcd, Patroni, PostgreSQL, PgBouncer and HAProxy
 * accept, and nothing they refuse.
 * Start with {@link io.github.pg1c.pki.authority.CertificateAuthority} for one certificate in memory, or with {@link
 * io.github.pg1c.pki.store.PkiStore} for a directory that keeps a whole cluster's certificates current:
 * it issues and renews, replaces an authority's key in three {@linkplain io.github.pg1c.pki.store.RotationPhase
 * phases}, revokes, and works with an authority outside.
 */
@NullMarked
package io.github.pg1c.pki;

import org.jspecify.annotations.NullMarked;
