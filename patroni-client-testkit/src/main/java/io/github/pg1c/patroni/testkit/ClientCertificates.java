package io.github.pg1c.patroni.testkit;

/**
 * Who must show a certificate: {@code restapi.verify_client} of Patroni.
 *
 * @since 0.1
 */
public enum ClientCertificates {
    /** Nobody ({@code none}). */
    NOT_ASKED,
    /** Who wants to change something ({@code optional}). */
    FOR_WRITES,
    /** Everybody ({@code required}); a connection without one ends during its handshake. */
    REQUIRED
}
