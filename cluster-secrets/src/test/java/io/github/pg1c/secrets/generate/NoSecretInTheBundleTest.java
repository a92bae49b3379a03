package io.github.pg1c.secrets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.secrets.SecretClusters;
import io.github.pg1c.testing.FileContents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle is fit to commit: no secret stands in any byte of it, in no report and in no text form. */
class NoSecretInTheBundleTest {

    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----\n([^-]+)-----END");

    @TempDir
    private Path directory;

    @Test
    void holdsNoPasswordNoKeyAndNoVerifier() {
        GenerationOptions options =
                GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "0.1.0");
        Generator generator = new Generator(Clock.systemUTC(), new SecureRandom());
        GenerationReport report = generator.generate(SecretClusters.three(), options);

        Set<String> secrets = secrets(FileContents.of(report.secrets()));
        assertThat(secrets).hasSizeGreaterThan(100);
        Map<String, String> bundle = FileContents.of(report.bundle());
        String said = report
                + bundle.keySet().toString()
                + generator.generate(SecretClusters.three(), options.dry())
                + Bundle.of(SecretClusters.cluster(SecretClusters.three()), "x", "y");
        for (String secret : secrets) {
            assertThat(said.contains(secret)).as("a report holds a secret").isFalse();
            bundle.forEach((path, text) -> assertThat(text.contains(secret))
                    .as("%s holds a secret", path)
                    .isFalse());
        }
        bundle.forEach((path, text) -> assertThat(text).as(path).doesNotContain("PRIVATE KEY", "SCRAM-SHA-256$"));
    }

    /** Every secret in every form in which it could have leaked. */
    private static Set<String> secrets(Map<String, String> store) {
        Set<String> secrets = new TreeSet<>();
        store.forEach((path, text) -> {
            if (path.startsWith("passwords/")) {
                add(secrets, text.strip());
            } else if (path.startsWith("verifiers/")) {
                add(secrets, text.strip());
                for (String part :
                        text.strip().substring("SCRAM-SHA-256$4096:".length()).split("[$:]", -1)) {
                    add(secrets, part);
                }
            }
            Matcher key = KEY.matcher(text);
            while (key.find()) {
                // A leak may lose the line ends, or a few lines.
                key.group(1).lines().forEach(line -> add(secrets, line));
                secrets.add(key.group(1).replace("\n", ""));
                add(secrets, new String(Base64.getMimeDecoder().decode(key.group(1)), StandardCharsets.ISO_8859_1));
            }
        });
        return secrets;
    }

    private static void add(Set<String> secrets, String secret) {
        // The first line of every P-256 key begins alike; shorter pieces than a salt say nothing.
        if (secret.length() >= 20) {
            secrets.add(secret);
            secrets.add(
                    Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }
}
