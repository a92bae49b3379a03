package io.github.pg1c.secrets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.secrets.SecretClusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the secrets store that the runbook names is made by a generation. */
class NamedSecretsTest {

    private static final Pattern NAMED = Pattern.compile("[$]PG1C_SECRETS\"?/([a-z0-9/._-]+)");

    @TempDir
    private Path directory;

    @Test
    void areInTheStore() throws IOException {
        GenerationReport report = new Generator(Clock.systemUTC(), new SecureRandom())
                .generate(
                        SecretClusters.three(),
                        GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "0.1.0"));
        Matcher secret = NAMED.matcher(Files.readString(report.bundle().resolve("RUNBOOK.md")));

        Set<String> named = new TreeSet<>();
        while (secret.find()) {
            named.add(secret.group(1));
        }
        assertThat(named)
                .contains("operator/ca.pem", "nodes/pg1", "passwords/role-zup", "passwords/haproxy-stats")
                .allSatisfy(path -> assertThat(report.secrets().resolve(path)).exists());
    }
}
