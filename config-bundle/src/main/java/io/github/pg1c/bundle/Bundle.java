package io.github.pg1c.bundle;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.install.Collector;
import io.github.pg1c.bundle.install.Installer;
import io.github.pg1c.bundle.install.Preparation;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.render.Components;
import io.github.pg1c.bundle.render.Documents;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * The bundle of a cluster in which nothing is revoked.
     *
     * @throws io.github.pg1c.model.InvalidClusterException with every problem, when one of them is an error
     */
    public static Bundle of(Cluster cluster, String specificationSha256, String toolVersion) {
        return of(ClusterPlan.of(cluster), RevocationLists.NONE, specificationSha256, toolVersion);
    }

    /**
     * Renders the bundle; a pure function, so that the same arguments give the same bytes on every machine.
     *
     * @param plan the cluster and what follows from it
     * @param lists which revocation lists the secrets store has
     * @param specificationSha256 hash of the specification's text, for the manifest
     * @param toolVersion version of pg1c, for the manifest and the commands of the documents
     */
    public static Bundle of(ClusterPlan plan, RevocationLists lists, String specificationSha256, String toolVersion) {
        PlanContext context = new PlanContext(plan, lists);
        List<BundleFile> files = new ArrayList<>();
        List<ManifestEntry> entries = new ArrayList<>();
        List<NodeService> services = new ArrayList<>();
        Map<NodeName, NodePart> parts = parts(plan, lists);
        for (Node node : plan.cluster().nodes()) {
            NodePart part = Objects.requireNonNull(parts.get(node.name()));
            String name = node.name().toString();
            part.services().forEach(service -> services.add(NodeService.of(name, service)));
            for (RenderedFile file : part.files()) {
                BundleFile inBundle = new BundleFile(
                        "nodes/" + name + "/rootfs" + file.path(), file.content(), executable(file.mode()));
                files.add(inBundle);
                entries.add(ManifestEntry.of(name, file, inBundle));
            }
            part.secrets().forEach(file -> entries.add(ManifestEntry.secret(file)));
            BundleFile installer =
                    new BundleFile("nodes/" + name + "/install.sh", Installer.render(context, node, part), true);
            BundleFile preparation =
                    new BundleFile("nodes/" + name + "/prepare.sh", Preparation.render(context, node, part), true);
            BundleFile collector =
                    new BundleFile("nodes/" + name + "/collect.sh", Collector.render(context, node, part), true);
            BundleFile settings = new BundleFile("nodes/" + name + "/settings", Installer.settings(part), false);
            List<BundleFile> ofTheAdministrator = new ArrayList<>(List.of(installer, preparation, collector, settings));
            part.scripts().stream()
                    .map(script -> new BundleFile("nodes/" + name + "/" + script.name(), script.content(), true))
                    .forEach(ofTheAdministrator::add);
            for (BundleFile file : ofTheAdministrator) {
                files.add(file);
                entries.add(ManifestEntry.installer(name, file));
            }
        }
        BundleFile fetch = new BundleFile("fetch.sh", Preparation.fetch(context, parts.values()), true);
        files.add(fetch);
        entries.add(ManifestEntry.document(fetch));
        Documents.render(new DocumentContext(context, parts, toolVersion)).forEach((path, content) -> {
            BundleFile document = new BundleFile(path, content, false);
            files.add(document);
            entries.add(ManifestEntry.document(document));
        });
        Manifest manifest = new Manifest(
                toolVersion, specificationSha256, plan.cluster().name().toString(), services, entries);
        files.add(new BundleFile(Manifest.FILE, manifest.toJson(), false));
        return new Bundle(plan.cluster().name(), files, manifest);
    }

    /**
     * The needs of every node: files with their settings, secret files, programs, services.
     *
     * @param plan the cluster and what follows from it
     * @param lists which revocation lists the secrets store has
     * @return by node, in the order of the specification
     */
    public static Map<NodeName, NodePart> parts(ClusterPlan plan, RevocationLists lists) {
        PlanContext context = new PlanContext(plan, lists);
        Map<NodeName, NodePart> parts = new LinkedHashMap<>();
        plan.cluster().nodes().forEach(node -> parts.put(node.name(), Components.part(context, node)));
        return Collections.unmodifiableMap(parts);
    }

    /** Contents of the secrets store besides the files of the nodes: authorities, and the operator's access. */
    public static SecretsPart secrets() {
        return Components.secrets();
    }

    /** The same of one cluster, which need not have every component. */
    public static SecretsPart secrets(Cluster cluster) {
        return Components.secrets(cluster);
    }

    /** The file of a node by its path there; empty when the node has no such file, or the file is secret. */
    public Optional<BundleFile> file(NodeName node, String path) {
        String inBundle = "nodes/" + node + "/rootfs" + path;
        return files.stream().filter(file -> file.path().equals(inBundle)).findFirst();
    }

    private static boolean executable(String mode) {
        return (Integer.parseInt(mode, 8) & 0111) != 0;
    }
}
