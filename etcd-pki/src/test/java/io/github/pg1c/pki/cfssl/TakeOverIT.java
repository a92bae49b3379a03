package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.conformance.NeedsPrograms;
import io.github.pg1c.pki.conformance.Program;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.RenewalWindow;
import io.github.pg1c.pki.store.PkiStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way that docs/pki/migration-from-cfssl.md goes: an authority made by cfssl goes on in a store, beside the
 * certificate that all nodes shared.
 */
@NeedsPrograms({"cfssl", "cfssljson", "openssl"})
class TakeOverIT {
    @TempDir
    Path directory;

    @Test
    void authorityOfCfsslIssuesForANewPlanAndItsOldCertificateStaysValid() throws IOException {
        CfsslCase inputs = CfsslCase.of("payroll");
        CfsslProgram program = CfsslProgram.all().get(0);
        String request =
                inputs.directory().resolve("ca-csr.json").toAbsolutePath().toString();
        program.bare(directory, program.run(directory, "", "gencert", "-initca", request), "ca");
        String config =
                inputs.directory().resolve("ca-config.json").toAbsolutePath().toString();
        String node = inputs.directory().resolve("csr.json").toAbsolutePath().toString();
        program.bare(
                directory,
                program.run(
                        directory,
                        "",
                        "gencert",
                        "-ca=ca.pem",
                        "-ca-key=ca-key.pem",
                        "-config=" + config,
                        "-profile=etcd",
                        node),
                "etcd");
        Path store = directory.resolve("store");
        Path home = Files.createDirectories(store.resolve("ca/etcd"));
        Files.copy(directory.resolve("ca.pem"), home.resolve("ca.pem"));
        Files.copy(directory.resolve("ca-key.pem"), home.resolve("ca-key.pem"));

        PkiStore.at(store)
                .planned(
                        new CertificatePlan(
                                List.of(new CertificatePlan.Authority("etcd", CaRequest.of("etcd CA"))),
                                List.of(new CertificatePlan.Certificate(
                                        "node1/server",
                                        "etcd",
                                        CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "node1", "10.0.0.1"),
                                        Path.of("node1.pem"),
                                        Path.of("node1-key.pem"))),
                                List.of()),
                        new IssuancePolicy(KeyAlgorithm.P256, Duration.ofDays(365), RenewalWindow.lastThird()),
                        Clock.systemUTC(),
                        new SecureRandom())
                .ensure();

        assertThat(home.resolve("ca.pem")).hasSameTextualContentAs(directory.resolve("ca.pem"));
        assertThat(Program.of("openssl")
                        .run(directory, "verify", "-x509_strict", "-CAfile", "ca.pem", "store/node1.pem", "etcd.pem")
                        .all())
                .isEqualTo("store/node1.pem: OK\netcd.pem: OK\n");
    }
}
