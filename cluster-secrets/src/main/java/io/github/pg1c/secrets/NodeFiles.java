package io.github.pg1c.secrets;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.Issued;
import io.github.pg1c.bundle.part.SecretContent.Revoked;
import io.github.pg1c.bundle.part.SecretContent.Trusted;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.model.plan.ClusterPlan;
import java.util.List;
import java.util.function.Predicate;

/** The secret files of the nodes, selected by what they contain of an authority. */
final class NodeFiles {

    private final List<SecretFile> files;

    private NodeFiles(List<SecretFile> files) {
        this.files = files;
    }

    static NodeFiles of(ClusterPlan plan, RevocationLists lists) {
        return new NodeFiles(Bundle.parts(plan, lists).values().stream()
                .flatMap(part -> part.secrets().stream())
                .toList());
    }

    List<SecretFile> all() {
        return files;
    }

    List<SecretFile> trusting(String authority) {
        return holding(content ->
                content instanceof Trusted trusted && trusted.authority().equals(authority));
    }

    List<SecretFile> revoking(String authority) {
        return holding(
                content -> content instanceof Revoked list && list.authority().equals(authority));
    }

    List<SecretFile> certified(String authority) {
        return holding(content -> content instanceof Issued issued
                && issued.certificate().authority().equals(authority));
    }

    private List<SecretFile> holding(Predicate<SecretContent> wanted) {
        return files.stream().filter(file -> wanted.test(file.content())).toList();
    }
}
