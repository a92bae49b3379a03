package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.secrets.ClusterPki;
import java.io.IOException;
import java.nio.file.Files;
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

    private static final Path SOURCE = Path.of("src/test/java/io/github/pg1c/secrets/operation/ReadmeTest.java");

    @TempDir
    private Path directory;

    @Test
    void theExampleTakesTheFirstStep() {
        List<String> log = new ArrayList<>();

        rotate(StoreAtWork.made(directory).pki(), log::add);

        assertThat(log).contains("deliver /etc/etcd/tls/ca.pem to pg1").endsWith("reached TRUSTED");
    }

    private static void rotate(ClusterPki pki, Consumer<String> log) {
        // The example.
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
        // The end of the example.
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void theExampleIsTheOneOfTheReadmes(String readme) throws IOException {
        String source = Files.readString(SOURCE);
        String begin = "        // The example.\n";
        String example = source.substring(
                        source.indexOf(begin) + begin.length(), source.indexOf("        // The end of the example.\n"))
                .indent(-8);

        assertThat(Files.readString(Path.of(readme))).contains("```java\n" + example + "```\n");
    }
}
