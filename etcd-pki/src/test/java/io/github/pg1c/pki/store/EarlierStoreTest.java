package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that was written before there was an index goes on as it is: nothing is issued again. */
class EarlierStoreTest {
    private static final Clock CLOCK = Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private static final IssuancePolicy POLICY = IssuancePolicy.defaults();

    private final CertificatePlan plan = new CertificatePlan(
            List.of(new CertificatePlan.Authority("etcd", CaRequest.of("main etcd CA"))),
            List.of(
                    certificate(
                            "node1/etcd-server",
                            "server",
                            CertificateRequest.of(
                                    Purpose.ETCD_SERVER,
                                    "node1",
                                    "node1",
                                    "10.0.0.11",
                                    "localhost",
                                    "127.0.0.1",
                                    "::1")),
                    certificate(
                            "node1/patroni-etcd",
                            "etcd-client",
                            CertificateRequest.of(Purpose.PATRONI_ETCD_CLIENT, "", "node1"))),
            List.of(new CertificatePlan.Trust("etcd", Path.of("nodes/node1/ca.pem"))));
    private final MemoryFiles files = new MemoryFiles();
    private final PkiStore store = new PkiStore(files);

    @BeforeEach
    void readStore() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(EarlierStoreTest.class.getResource("/earlier-store"))
                .toURI());
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.files().put(root.relativize(path), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void nothingIsIssuedAgainAndTheIndexIsFilled() {
        Map<Path, String> before = new TreeMap<>(files.files());

        assertThat(store.planned(plan, POLICY, CLOCK, RANDOM).ensure())
                .allMatch(issuance -> issuance.action() == Issuance.Action.KEPT
                        && issuance.reasons().isEmpty());

        assertThat(files.files()).containsAllEntriesOf(before).hasSize(before.size() + 1);
        assertThat(store.issued("etcd"))
                .extracting(IndexEntry::id)
                .containsExactly("node1/etcd-server", "node1/patroni-etcd");
        assertThat(store.planned(plan).phase("etcd")).isEqualTo(RotationPhase.SETTLED);
    }

    @Test
    void itsAuthorityCanBeReplaced() {
        for (RotationPhase phase : List.of(RotationPhase.TRUSTED, RotationPhase.REISSUED, RotationPhase.SETTLED)) {
            assertThat(store.planned(plan, POLICY, CLOCK, RANDOM)
                            .rotate("etcd", phase)
                            .phase())
                    .isEqualTo(phase);
        }
        assertThat(store.planned(plan, POLICY, CLOCK, new SecureRandom())
                        .report()
                        .get(0)
                        .subject())
                .isEqualTo("CN=main etcd CA G2");
    }

    @Test
    void itsCertificatesCanBeRevokedAtOnce() {
        var serial = PemText.readCertificate(
                        files.read(Path.of("nodes/node1/server.pem")).orElseThrow())
                .getSerialNumber();

        List<Issuance> done = store.planned(plan, POLICY, CLOCK, RANDOM)
                .revoke(java.util.Set.of(serial), RevocationReason.KEY_COMPROMISE);

        assertThat(done)
                .filteredOn(Issuance::changes)
                .extracting(Issuance::id)
                .containsExactly("node1/etcd-server", "crl/etcd");
    }

    private static CertificatePlan.Certificate certificate(String id, String name, CertificateRequest request) {
        return new CertificatePlan.Certificate(
                id, "etcd", request, Path.of("nodes/node1", name + ".pem"), Path.of("nodes/node1", name + "-key.pem"));
    }
}
