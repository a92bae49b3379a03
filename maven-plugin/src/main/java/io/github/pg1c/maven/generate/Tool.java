package io.github.pg1c.maven.generate;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.secrets.generate.Generator;
import io.github.pg1c.tuning.Calculator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/** The hash of the running pg1c, because a snapshot changes without a new version. */
final class Tool {

    private static final List<Class<?>> OF_EACH_ARTIFACT =
            List.of(Tool.class, Generator.class, Cluster.class, Calculator.class, PkiStore.class);

    private Tool() {}

    /** Size and time of every artifact; empty when one of them is not an archive, as in an IDE. */
    static Optional<String> fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        try {
            for (Class<?> type : OF_EACH_ARTIFACT) {
                CodeSource source = type.getProtectionDomain().getCodeSource();
                if (source == null) {
                    return Optional.empty();
                }
                Path archive = Path.of(source.getLocation().toURI());
                if (!Files.isRegularFile(archive)) {
                    return Optional.empty();
                }
                fingerprint.add(archive).add(Files.size(archive)).add(Files.getLastModifiedTime(archive));
            }
            return Optional.of(fingerprint.toString());
        } catch (URISyntaxException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
