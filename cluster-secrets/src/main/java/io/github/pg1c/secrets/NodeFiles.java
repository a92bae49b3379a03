package io.github.pg1c.secrets;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretFiles;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.secrets.content.ClusterCertificates;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which secret files of the nodes hold what of an authority. */
final class NodeFiles {

    private final SecretStore store;
    private final CertificatePlan plan;

    private NodeFiles(SecretStore store) {
        this.store = store;
        this.plan = store.plan();
    }

    static NodeFiles of(SecretStore store) {
        return new NodeFiles(store);
    }

    List<SecretFile> trusting(String authority) {
        Set<String> paths = new HashSet<>();
        plan.trusts().stream()
                .filter(trust -> trust.authority().equals(authority))
                .forEach(trust -> paths.add(text(trust.file())));
        return files(paths::contains);
    }

    List<SecretFile> revoking(String authority) {
        Set<String> paths = new HashSet<>();
        plan.revocationLists().stream()
                .filter(list -> list.authority().equals(authority))
                .forEach(list -> paths.add(text(list.file())));
        return files(paths::contains);
    }

    List<SecretFile> certified(String authority) {
        Set<String> paths = new HashSet<>();
        for (CertificatePlan.Certificate certificate : plan.certificates()) {
            if (certificate.authority().equals(authority)) {
                paths.add(text(certificate.certificate()));
                paths.add(text(certificate.privateKey()));
            }
        }
        return files(path -> paths.contains(path) || paths.contains(ClusterCertificates.haproxyPart(path)));
    }

    private List<SecretFile> files(Predicate<String> wanted) {
        return SecretFiles.describe(store.cluster(), store.revocationLists()).values().stream()
                .flatMap(List::stream)
                .filter(file -> wanted.test(file.storePath()))
                .toList();
    }

    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }
}
