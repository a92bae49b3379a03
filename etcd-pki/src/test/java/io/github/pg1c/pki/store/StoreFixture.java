package io.github.pg1c.pki.store;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a fresh directory with the plan of a small cluster, and what tests ask of it. */
public abstract class StoreFixture {
    public static final String SERVER = "node1/etcd-server";
    public static final Path SERVER_PEM = Path.of("nodes/node1/rootfs/etc/etcd/server.pem");
    public static final Path SERVER_KEY = Path.of("nodes/node1/rootfs/etc/etcd/server-key.pem");
    static final Path CA_PEM = Path.of("ca/etcd/ca.pem");
    static final Path CA_KEY = Path.of("ca/etcd/ca-key.pem");

    public final CertificatePlan plan = Plans.threeNodes();

    @TempDir
    Path temporary;

    public Path directory = Path.of("");
    public PkiStore store = PkiStore.at(directory);

    @BeforeEach
    void openStore() {
        directory = temporary.resolve("store");
        store = PkiStore.at(directory);
    }

    List<Issuance> ensure(Instant now) {
        return store.planned(plan, IssuancePolicy.defaults(), at(now), Authorities.RANDOM)
                .ensure();
    }

    CertificatePlan replacing(CertificateRequest request) {
        List<CertificatePlan.Certificate> certificates = plan.certificates().stream()
                .map(c -> c.id().equals(SERVER)
                        ? new CertificatePlan.Certificate(
                                c.id(), c.authority(), request, c.certificate(), c.privateKey())
                        : c)
                .toList();
        return new CertificatePlan(plan.authorities(), certificates, plan.trusts());
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static Issuance find(List<Issuance> issuances, String id) {
        return issuances.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    String text(Path path) {
        try {
            return Files.readString(directory.resolve(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path path, String text) {
        try {
            Files.write(directory.resolve(path), text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> tree() {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(Files::isRegularFile)
                    .forEach(p -> tree.put(StorePaths.text(directory.relativize(p)), text(directory.relativize(p))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }
}
