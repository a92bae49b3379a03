package io.github.pg1c.bundle;

import io.github.pg1c.bundle.component.NodeRenderers;
import io.github.pg1c.bundle.document.DocumentInput;
import io.github.pg1c.bundle.document.Documents;
import io.github.pg1c.bundle.install.Installer;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretFiles;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a whole cluster in memory: every file of the bundle's directory, without a single secret.
 *
 * @param name name of the cluster, and of the bundle's directory
 * @param files every file, {@code bundle.json} last
 * @param manifest what {@code bundle.json} says
 * @since 0.1
 */
public record Bundle(ClusterName name, List<BundleFile> files, Manifest manifest) {

    public Bundle {
        files = List.copyOf(files);
    }

    /** The bundle of a cluster in which nothing is revoked, as {@link #of(Cluster, RevocationLists, String, String)}. */
    public static Bundle of(Cluster cluster, String specificationSha256, String toolVersion) {
        return of(cluster, RevocationLists.NONE, specificationSha256, toolVersion);
    }

    /**
     * Renders the bundle; a pure function, so that the same arguments give the same bytes on every machine.
     *
     * @param cluster a cluster without errors
     * @param lists which revocation lists the secrets store has
     * @param specificationSha256 hash of the specification's text, for the manifest
     * @param toolVersion version of pg1c, for the manifest
     */
    public static Bundle of(Cluster cluster, RevocationLists lists, String specificationSha256, String toolVersion) {
        List<BundleFile> files = new ArrayList<>();
        List<ManifestEntry> entries = new ArrayList<>();
        Map<NodeName, List<RenderedFile>> rendered = new LinkedHashMap<>();
        NodeRenderers renderers = NodeRenderers.of(cluster, lists);
        for (Node node : cluster.nodes()) {
            List<RenderedFile> ofNode = renderers.render(node);
            rendered.put(node.name(), ofNode);
            String name = node.name().toString();
            for (RenderedFile file : ofNode) {
                BundleFile inBundle = new BundleFile(
                        "nodes/" + name + "/rootfs" + file.path(), file.content(), executable(file.mode()));
                files.add(inBundle);
                entries.add(ManifestEntry.of(name, file, inBundle));
            }
            List<SecretFile> secrets = SecretFiles.describe(cluster, node, lists);
            secrets.forEach(file -> entries.add(ManifestEntry.secret(file)));
            BundleFile installer = new BundleFile(
                    "nodes/" + name + "/install.sh", Installer.render(cluster, node, ofNode, secrets), true);
            files.add(installer);
            entries.add(ManifestEntry.installer(name, installer));
        }
        Documents.render(new DocumentInput(cluster, lists, rendered)).forEach((path, content) -> {
            BundleFile document = new BundleFile(path, content, false);
            files.add(document);
            entries.add(ManifestEntry.document(document));
        });
        Manifest manifest =
                new Manifest(toolVersion, specificationSha256, cluster.name().toString(), entries);
        files.add(new BundleFile(Manifest.FILE, manifest.toJson(), false));
        return new Bundle(cluster.name(), files, manifest);
    }

    private static boolean executable(String mode) {
        return (Integer.parseInt(mode, 8) & 0111) != 0;
    }
}
