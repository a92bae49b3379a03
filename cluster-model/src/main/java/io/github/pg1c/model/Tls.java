package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import java.time.Duration;
import java.util.List;

/**
 * Certificates and encryption.
 *
 * @since 0.1
 */
public record Tls(
        @Key(
                en = "Whether clients must encrypt: required, or optional for 1C platforms whose client "
                        + "library cannot.",
                ru = "Обязано ли соединение клиента быть зашифровано: required, или optional для платформ 1С без TLS.",
                otherwise = "required")
        ClientTls clients,

        @Key(
                en = "Key algorithm of all certificates: p256, p384, rsa2048, rsa3072, rsa4096 or ed25519.",
                ru = "Алгоритм ключей всех сертификатов: p256, p384, rsa2048, rsa3072, rsa4096 или ed25519.",
                otherwise = "p256")
        KeyType key,

        @Key(en = "Life of a node's certificate.", ru = "Срок действия сертификата узла.", otherwise = "365d")
        Duration validity,

        @Key(
                en = "Life of the certificate authorities.",
                ru = "Срок действия удостоверяющих центров.",
                otherwise = "3650d")
        Duration caValidity,

        @Key(
                en = "Certificates beside those of the cluster's own programs.",
                ru = "Сертификаты кроме нужных программам самого кластера.",
                otherwise = "[]")
        List<OwnCertificate> certificates) {

    public Tls {
        certificates = List.copyOf(certificates);
    }

    /** Whether a client must encrypt its connection. */
    public enum ClientTls {
        /** PostgreSQL and PgBouncer refuse a connection without TLS. */
        REQUIRED,
        /** A connection without TLS is accepted from the clients' networks only. */
        OPTIONAL
    }

    /** The algorithm of a key. */
    public enum KeyType {
        P256,
        P384,
        RSA2048,
        RSA3072,
        RSA4096,
        ED25519
    }

    /** The defaults of a section that the specification leaves out. */
    public static Tls defaults() {
        return KeyDefaults.of(Tls.class);
    }

    /** The same with another {@link #clients()}. */
    public Tls withClients(ClientTls value) {
        return new Tls(value, key, validity, caValidity, certificates);
    }

    /** The same with another {@link #key()}. */
    public Tls withKey(KeyType value) {
        return new Tls(clients, value, validity, caValidity, certificates);
    }

    /** The same with another {@link #validity()}. */
    public Tls withValidity(Duration value) {
        return new Tls(clients, key, value, caValidity, certificates);
    }

    /** The same with another {@link #caValidity()}. */
    public Tls withCaValidity(Duration value) {
        return new Tls(clients, key, validity, value, certificates);
    }

    /** The same with other {@link #certificates()}. */
    public Tls withCertificates(List<OwnCertificate> value) {
        return new Tls(clients, key, validity, caValidity, value);
    }
}
