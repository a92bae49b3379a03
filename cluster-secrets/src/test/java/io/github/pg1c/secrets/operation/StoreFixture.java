package io.github.pg1c.secrets.operation;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.SecretClusters;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A store of three nodes, and the clock that its operations look at. */
record StoreAtWork(ClusterPki pki, Clock clock, SecureRandom random) {

    private static final Cluster CLUSTER = SecretClusters.cluster(SecretClusters.three());
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    static StoreAtWork empty(Path directory) {
        return new StoreAtWork(ClusterPki.of(CLUSTER, directory), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    }

    /** With everything that a generation makes. */
    static StoreAtWork made(Path directory) {
        StoreAtWork store = empty(directory);
        new CertificateCreation().run(store.pki, store.clock, store.random);
        return store;
    }

    StoreAtWork later(Duration time) {
        return new StoreAtWork(pki, Clock.offset(clock, time), random);
    }

    CertificateStatus row(String id) {
        return pki.report(clock).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    BigInteger serial(String id) {
        return row(id).serial().orElseThrow();
    }
}
