package io.github.pg1c.bundle.component;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.render.Components;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** RenderedNode files of a node, from a test's specification. */
public final class RenderedNode {

    public static final String BASE = """
            name: zup
            language: en
            platform: {os: debian-13}
            postgresql: {distribution: pgdg, version: 17}
            workload: {connections: 100}
            resources: {memory: 16GB, cpus: 4, disk: ssd, walDisk: 150GB}
            networks: {clients: [10.1.0.0/24], administrators: [10.2.0.0/24], monitoring: [10.3.0.5/32]}
            roles: [{name: zup}, {name: watcher, monitoring: true}]
            databases: [{name: zup, owner: zup, application: other}]
            nodes:
              - {name: pg1, address: 10.0.0.11, roles: [postgresql]}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql]}
              - {name: pg3, address: 10.0.0.13, roles: [postgresql]}
              - {name: etcd1, address: 10.0.0.21, roles: [etcd]}
              - {name: etcd2, address: 10.0.0.22, roles: [etcd]}
              - {name: etcd3, address: 10.0.0.23, roles: [etcd]}
              - {name: lb1, address: 10.0.0.31, roles: [haproxy]}
              - {name: lb2, address: 10.0.0.32, roles: [haproxy]}
            """;

    /** A specification without standbys. */
    public static final String ALONE = BASE.replaceAll("(?m)^.*name: pg[23].*\n", "") + "objectives: {rpo: 16MB}\n";

    private final Map<String, RenderedFile> files = new LinkedHashMap<>();

    private RenderedNode() {}

    public static Cluster cluster(String yaml) {
        Specification specification = SpecificationReader.read(yaml, "cluster.yaml");
        return specification
                .cluster()
                .orElseThrow(() -> new AssertionError(
                        specification.problems().stream().map(Problem::toString).toList()));
    }

    public static RenderedNode node(String name, String yaml) {
        Cluster cluster = cluster(yaml);
        Node node = cluster.nodes().stream()
                .filter(candidate -> candidate.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
        RenderedNode rendered = new RenderedNode();
        Components.part(context(cluster), node).files().forEach(file -> rendered.files.put(file.path(), file));
        return rendered;
    }

    /** The data for rendering a cluster, without revocations. */
    public static PlanContext context(Cluster cluster) {
        return new PlanContext(ClusterPlan.of(cluster), RevocationLists.NONE);
    }

    RenderedFile file(String path) {
        RenderedFile file = files.get(path);
        if (file == null) {
            throw new AssertionError("no " + path + " among " + files.keySet());
        }
        return file;
    }

    Map<String, RenderedFile> files() {
        return files;
    }

    public String text(String path) {
        return file(path).content();
    }

    /** A parsed YAML file. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> yaml(String path) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text(path));
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> section(Map<String, Object> yaml, String... keys) {
        Map<String, Object> section = yaml;
        for (String key : keys) {
            Object inner = section.get(key);
            if (inner == null) {
                throw new AssertionError("no " + key + " among " + section.keySet());
            }
            section = (Map<String, Object>) inner;
        }
        return section;
    }

    /** A whole number of a YAML section. */
    public static int number(Map<String, Object> section, String key) {
        if (section.get(key) instanceof Integer number) {
            return number;
        }
        throw new AssertionError(key + " is no whole number in " + section);
    }
}
