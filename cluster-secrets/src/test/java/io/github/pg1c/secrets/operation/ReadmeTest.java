package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.testing.ReadmeExample;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of the READMEs compiles, and does what they say. */
class ReadmeTest {

    @TempDir
    private Path directory;

    @Test
    void theExampleTakesTheFirstStep() {
        List<String> log = new ArrayList<>();

        rotate(StoreAtWork.made(directory).pki(), log::add);

        assertThat(log).contains("deliver /etc/etcd/tls/ca.pem to pg1").endsWith("reached TRUSTED");
    }

    private static void rotate(ClusterPki pki, Consumer<String> log) {
        // tag::example
        AuthorityRotation rotation = new AuthorityRotation("etcd");
        AuthorityRotation.Plan plan = rotation.plan(pki);
        for (CertificateObstacle obstacle : plan.obstacles()) {
            log.accept("prevents it: " + obstacle);
        }
        AuthorityRotation.Result step = rotation.run(pki, plan, Clock.systemUTC(), new SecureRandom());
        for (SecretFile file : step.deliver()) {
            log.accept("deliver " + file.path() + " to " + file.node());
        }
        if (step instanceof AuthorityRotation.Result.Taken taken) {
            log.accept("reached " + taken.reached());
        }
        // end::example
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void theExampleIsTheOneOfTheReadmes(String readme) {
        ReadmeExample.isShown(readme, ReadmeTest.class, "example");
    }
}
