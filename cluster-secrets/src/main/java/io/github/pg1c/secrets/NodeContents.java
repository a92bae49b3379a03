package io.github.pg1c.secrets;

import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.secrets.content.ClusterCertificates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contents of all nodes' secret files at one moment. */
final class NodeContents {

    private final ClusterPlan plan;
    private final PrivateDirectory files;
    private final Map<String, byte[]> contents = new HashMap<>();

    private NodeContents(ClusterPlan plan, PrivateDirectory files) {
        this.plan = plan;
        this.files = files;
    }

    static NodeContents of(ClusterPlan plan, PrivateDirectory files) {
        NodeContents now = new NodeContents(plan, files);
        for (SecretFile file : now.described(new RevocationLists(Set.copyOf(ClusterCertificates.AUTHORITIES)))) {
            files.read(file.storePath()).ifPresent(bytes -> now.contents.put(file.storePath(), bytes));
        }
        return now;
    }

    /** The files whose content has changed since then. */
    List<SecretFile> changed(RevocationLists lists) {
        return described(lists).stream().filter(this::isChanged).toList();
    }

    private boolean isChanged(SecretFile file) {
        Optional<byte[]> now = files.read(file.storePath());
        return now.isPresent() && !Arrays.equals(now.get(), contents.get(file.storePath()));
    }

    private List<SecretFile> described(RevocationLists lists) {
        return NodeFiles.of(plan, lists).all();
    }
}
