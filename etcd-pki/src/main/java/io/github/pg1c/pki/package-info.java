/**
 * A private certificate authority for a PostgreSQL cluster. Its certificates are accepted by etcd, Patroni, PostgreSQL,
 * PgBouncer and HAProxy. Start with {@link io.github.pg1c.pki.authority.CertificateAuthority} for one certificate in
 * memory, or with {@link io.github.pg1c.pki.store.PkiStore} for a directory that keeps a whole cluster's certificates
 * current: it issues, renews and revokes, replaces an authority's key in three
 * {@linkplain io.github.pg1c.pki.store.RotationPhase phases}, and works with an external authority.
 */
@NullMarked
package io.github.pg1c.pki;

import org.jspecify.annotations.NullMarked;
