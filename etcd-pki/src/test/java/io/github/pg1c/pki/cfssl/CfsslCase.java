package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inputs as administrators have them, in a directory: {@code ca-csr.json}, {@code ca-config.json}, {@code csr.json} and
 * the {@code arguments}. A file {@code refused} lists the rules for which the strict mode refuses them, {@code
 * strict-differs} what it writes otherwise, {@code since} the first release.
 */
record CfsslCase(Path directory) {
    static List<CfsslCase> all() {
        try (Stream<Path> directories = Files.list(Path.of("src/test/resources/io/github/pg1c/pki/cfssl/cases"))) {
            return directories.sorted().map(CfsslCase::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CfsslCase of(String name) {
        return all().stream()
                .filter(it -> it.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    JsonSource authority() {
        return JsonSource.read(directory.resolve("ca-csr.json"));
    }

    JsonSource config() {
        Path file = directory.resolve("ca-config.json");
        return Files.exists(file) ? JsonSource.read(file) : JsonSource.DEFAULT_CONFIG;
    }

    CertificateOrder order() {
        CertificateOrder order = CertificateOrder.of(
                JsonSource.read(directory.resolve("csr.json")), flag("profile").orElse(""));
        order = order.withHostnames(
                flag("hostname").map(hosts -> hosts.split(",")).orElse(new String[0]));
        return order.withCommonName(flag("cn").orElse(""));
    }

    /** The flags of {@code cfssl gencert}, absolute, without the authority's files. */
    List<String> flags() {
        List<String> flags = new ArrayList<>(arguments());
        Path config = directory.resolve("ca-config.json");
        if (Files.exists(config)) {
            flags.add("-config=" + config.toAbsolutePath());
        }
        flags.add(directory.resolve("csr.json").toAbsolutePath().toString());
        return flags;
    }

    List<String> refused() {
        return text("refused").map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    }

    boolean strictDiffers() {
        return text("strict-differs").isPresent();
    }

    boolean isFor(CfsslProgram program) {
        return program.isAtLeast16() || text("since").isEmpty();
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }

    private List<String> arguments() {
        String text = text("arguments").orElse("");
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private Optional<String> flag(String name) {
        return arguments().stream()
                .filter(it -> it.startsWith("-" + name + "="))
                .map(it -> it.substring(name.length() + 2))
                .findFirst();
    }

    private Optional<String> text(String file) {
        Path path = directory.resolve(file);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
