package io.github.pg1c.pki.authority;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.key.KeyPairs;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Authorities and keys for tests, made once: RSA keys take seconds. */
public final class Authorities {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final SecureRandom RANDOM = new SecureRandom();
    public static final Duration YEAR = Duration.ofDays(365);

    private static final Map<KeyAlgorithm, KeyPair> KEYS = new ConcurrentHashMap<>();
    private static final Map<KeyAlgorithm, CertificateAuthority> AUTHORITIES = new ConcurrentHashMap<>();

    private Authorities() {}

    public static KeyPair keys(KeyAlgorithm algorithm) {
        return KEYS.computeIfAbsent(algorithm, a -> KeyPairs.generate(a, RANDOM));
    }

    public static CertificateAuthority of(KeyAlgorithm algorithm) {
        return AUTHORITIES.computeIfAbsent(
                algorithm,
                a -> CertificateAuthority.create(
                        new CaRequest("test CA " + a.id(), "pg1c", a, CaRequest.DEFAULT_VALIDITY), CLOCK, RANDOM));
    }

    public static IssuedCertificate issue(KeyAlgorithm algorithm, CertificateRequest request) {
        return of(algorithm).issue(request, keys(algorithm), YEAR, CLOCK, RANDOM);
    }

    /** A request that fits the purpose, with a host name and addresses of both families. */
    public static CertificateRequest request(Purpose purpose) {
        boolean named = purpose.commonName() != Purpose.CommonName.FORBIDDEN;
        return CertificateRequest.of(
                purpose, named ? "node1" : "", "node1.example.com", "localhost", "127.0.0.1", "::1");
    }
}
