package io.github.pg1c.pki;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Authorities and keys for tests, made once: RSA keys take seconds. */
final class Authorities {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final SecureRandom RANDOM = new SecureRandom();
    static final Duration YEAR = Duration.ofDays(365);

    private static final Map<KeyAlgorithm, KeyPair> KEYS = new ConcurrentHashMap<>();
    private static final Map<KeyAlgorithm, CertificateAuthority> AUTHORITIES = new ConcurrentHashMap<>();

    private Authorities() {}

    static KeyPair keys(KeyAlgorithm algorithm) {
        return KEYS.computeIfAbsent(algorithm, a -> a.generate(RANDOM));
    }

    static CertificateAuthority of(KeyAlgorithm algorithm) {
        return AUTHORITIES.computeIfAbsent(
                algorithm,
                a -> CertificateAuthority.create(
                        new CaRequest("test CA " + a.id(), "pg1c", a, CaRequest.DEFAULT_VALIDITY), CLOCK, RANDOM));
    }

    static IssuedCertificate issue(KeyAlgorithm algorithm, CertificateRequest request) {
        return of(algorithm).issue(request, keys(algorithm), YEAR, CLOCK, RANDOM);
    }

    /** A request that fits the purpose, with a host name and addresses of both families. */
    static CertificateRequest request(Purpose purpose) {
        boolean named = purpose.commonName() != Purpose.CommonName.FORBIDDEN;
        return CertificateRequest.of(
                purpose, named ? "node1" : "", "node1.example.com", "localhost", "127.0.0.1", "::1");
    }
}
