package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.secrets.ClusterPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clients that show their certificates to every port that requests one.
 *
 * @param certificates by the name of their authority
 */
record TlsClients(Map<String, IssuedCertificate> certificates) {

    private static final Duration SOON = Duration.ofSeconds(30);

    /**
     * Clients unknown to the cluster, with certificates of a generation of its authorities: the issuing one, or
     * {@code next}.
     */
    static TlsClients certifiedBy(LiveCluster live, String generation) throws IOException {
        Map<String, IssuedCertificate> callers = new HashMap<>();
        for (String authority : ClusterPki.authorities()) {
            Path directory =
                    live.generated().secrets().resolve("ca/" + authority).resolve(generation);
            CertificateAuthority ca = CertificateAuthority.open(
                    Files.readString(directory.resolve("ca.pem")), Files.readString(directory.resolve("ca-key.pem")));
            callers.put(
                    authority,
                    ca.issue(
                            CertificateRequest.of(Purpose.OPERATOR, "caller"),
                            KeyAlgorithm.P256,
                            Duration.ofDays(1),
                            Clock.systemUTC(),
                            new SecureRandom()));
        }
        return new TlsClients(callers);
    }

    /** The operator with the present certificates. */
    static TlsClients operator(LiveCluster live) throws IOException {
        return new TlsClients(
                Map.of("etcd", operator(live, "etcd-client"), "cluster", operator(live, "patroni-client")));
    }

    private static IssuedCertificate operator(LiveCluster live, String name) throws IOException {
        return IssuedCertificate.open(
                Files.readAllBytes(live.generated().operator(name + ".pem")),
                Files.readAllBytes(live.generated().operator(name + "-key.pem")));
    }

    /** Names of the ports that request a certificate. */
    static Set<String> asking(LiveCluster live) {
        return ServedPort.of(live).stream()
                .filter(ServedPort::asks)
                .map(ServedPort::name)
                .collect(Collectors.toSet());
    }

    /** Names of the ports that accept the client of their authority. */
    Set<String> takenBy(LiveCluster live) {
        Set<String> taking = new HashSet<>();
        for (ServedPort port : ServedPort.of(live)) {
            IssuedCertificate caller = certificates.get(port.authority());
            if (port.asks() && caller != null && port.call().takes(caller)) {
                taking.add(port.name());
            }
        }
        return taking;
    }

    /** Waits until exactly these ports accept the clients. */
    void awaitTakenBy(LiveCluster live, Set<String> ports) {
        Eventually.holds(SOON, () -> assertThat(takenBy(live)).isEqualTo(ports));
    }
}
