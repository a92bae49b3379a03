package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.write.BundleWriter;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bundle on disk with a file for each secret; the installer looks at no secret, so that any text will do.
 *
 * @param bundle directory of the bundle
 * @param secrets directory of the secrets
 */
record WrittenBundle(Path bundle, Path secrets) {

    static WrittenBundle of(Specification specification, Path directory) {
        Cluster cluster = ThreeNodes.cluster(specification);
        Bundle bundle = Bundle.of(cluster, specification.sha256(), "0.1.0");
        BundleWriter writer = new BundleWriter(directory.resolve("out"));
        writer.write(bundle, false);
        Path secrets = directory.resolve("secrets").resolve(cluster.name().toString());
        Bundle.parts(ClusterPlan.of(cluster), RevocationLists.NONE).values().stream()
                .flatMap(part -> part.secrets().stream())
                .forEach(file -> secret(secrets, file));
        return new WrittenBundle(writer.directory(cluster.name().toString()), secrets);
    }

    private static void secret(Path secrets, SecretFile file) {
        Path path = secrets.resolve(file.storePath());
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, "secret of " + file.path() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
