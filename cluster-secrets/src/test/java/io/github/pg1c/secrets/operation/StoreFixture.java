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

/** A store of three nodes, and the clock of its operations. */
record StoreFixture(ClusterPki pki, Clock clock, SecureRandom random) {

    private static final Cluster CLUSTER = SecretClusters.cluster(SecretClusters.three());
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    static StoreFixture empty(Path directory) {
        return new StoreFixture(
                ClusterPki.of(CLUSTER, directory), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    }

    /** A store with everything that a generation makes. */
    static StoreFixture made(Path directory) {
        StoreFixture store = empty(directory);
        new CertificateCreation().run(store.pki, store.clock, store.random);
        return store;
    }

    StoreFixture later(Duration time) {
        return new StoreFixture(pki, Clock.offset(clock, time), random);
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
