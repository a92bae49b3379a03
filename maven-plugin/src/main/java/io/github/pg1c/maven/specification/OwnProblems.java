package io.github.pg1c.maven.specification;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Access;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.VirtualAddress;
import io.github.pg1c.model.value.ClusterName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Problems across specifications: there is none, or two have the same cluster or the same host. Their codes begin with
 * 9.
 */
final class OwnProblems {

    private OwnProblems() {}

    static FileProblem nothingAt(Input input) {
        Problem problem = new Problem(
                "PG1C-901",
                Severity.ERROR,
                "",
                Optional.empty(),
                Text.of("there is no specification here", "описания кластера здесь нет"),
                Text.of(
                        "name a file, or a directory with *.yaml files, with -D" + PropertyNames.SPEC,
                        "укажите файл или каталог с файлами *.yaml через -D" + PropertyNames.SPEC));
        return new FileProblem(input.specification(), input.language().orElse(Language.RU), problem);
    }

    /** A finding for each file that describes the cluster of an earlier file. */
    static List<FileProblem> sharedNames(List<SpecifiedCluster> clusters, Speech speech) {
        Map<ClusterName, Path> first = new LinkedHashMap<>();
        List<FileProblem> findings = new ArrayList<>();
        for (SpecifiedCluster each : clusters) {
            ClusterName name = each.cluster().name();
            Path earlier = first.putIfAbsent(name, each.file());
            if (earlier != null) {
                findings.add(new FileProblem(
                        each.file(), each.cluster().language(), sharedName(name, speech.path(earlier))));
            }
        }
        return findings;
    }

    private static Problem sharedName(ClusterName name, String other) {
        return new Problem(
                "PG1C-902",
                Severity.ERROR,
                "name",
                Optional.empty(),
                Text.of(
                        "cluster '" + name + "' is also described in " + other,
                        "кластер «" + name + "» описан и в " + other),
                Text.of(
                        "give one of them another name: bundles and secrets are kept by it",
                        "дайте одному из них другое имя: по нему различаются конфигурации и секреты"));
    }

    /** A finding for each address of a file that an earlier file has already given to its cluster. */
    static List<FileProblem> sharedAddresses(List<SpecifiedCluster> clusters, Speech speech) {
        Map<String, SpecifiedCluster> first = new LinkedHashMap<>();
        List<FileProblem> findings = new ArrayList<>();
        for (SpecifiedCluster each : clusters) {
            addresses(each.cluster()).forEach((address, key) -> {
                SpecifiedCluster earlier = first.putIfAbsent(address, each);
                // A file that describes the same cluster is a finding already.
                if (earlier != null
                        && !earlier.cluster().name().equals(each.cluster().name())) {
                    findings.add(new FileProblem(
                            each.file(),
                            each.cluster().language(),
                            sharedAddress(
                                    key, address, earlier.cluster().name() + ", " + speech.path(earlier.file()))));
                }
            });
        }
        return findings;
    }

    /** A finding for each virtual router of a file that an earlier file has already given to another address. */
    static List<FileProblem> sharedRouters(List<SpecifiedCluster> clusters, Speech speech) {
        Map<String, SpecifiedCluster> first = new LinkedHashMap<>();
        List<FileProblem> findings = new ArrayList<>();
        for (SpecifiedCluster each : clusters) {
            for (VirtualAddress virtual : VirtualAddress.of(each.cluster())) {
                String network = neighbourhood(virtual.address()).toString();
                SpecifiedCluster earlier = first.putIfAbsent(network + " " + virtual.routerId(), each);
                // A file that describes the same cluster is a finding already, and so is the same address.
                if (earlier != null
                        && !earlier.cluster().name().equals(each.cluster().name())
                        && !earlier.cluster().access().addresses().contains(virtual.address())) {
                    findings.add(new FileProblem(
                            each.file(),
                            each.cluster().language(),
                            sharedRouter(
                                    virtual,
                                    each.cluster().keepalived().virtualRouterId() != null,
                                    network,
                                    earlier.cluster().name() + ", " + speech.path(earlier.file()))));
                }
            }
        }
        return findings;
    }

    /** Specifications do not have the lengths of the hosts' networks: those that nearly all networks have. */
    private static Cidr neighbourhood(IpAddress address) {
        return Cidr.around(address, address.v6() ? 64 : 24);
    }

    private static Problem sharedRouter(VirtualAddress virtual, boolean given, String network, String other) {
        return new Problem(
                "PG1C-909",
                Severity.ERROR,
                given ? "keepalived.virtualRouterId" : "access.addresses",
                Optional.empty(),
                Text.of(
                        "virtual router " + virtual.routerId() + " of " + virtual.address() + " in " + network
                                + " is also that of " + other,
                        "виртуальный маршрутизатор " + virtual.routerId() + " адреса " + virtual.address() + " в "
                                + network + " есть и у кластера " + other),
                Text.of(
                        "give one of them another number with keepalived.virtualRouterId",
                        "дайте одному из них другой номер в keepalived.virtualRouterId"));
    }

    /** What leads to the cluster's hosts and to its entrance, each with the key that says it. */
    private static Map<String, String> addresses(Cluster cluster) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < cluster.nodes().size(); i++) {
            keys.putIfAbsent(cluster.nodes().get(i).address().toString(), "nodes[" + i + "].address");
        }
        Access access = cluster.access();
        access.addresses().forEach(address -> keys.putIfAbsent(address.toString(), "access.addresses"));
        List<HostName> names = new ArrayList<>(access.aliases());
        if (access.host() != null) {
            names.add(0, access.host());
        }
        for (HostName name : names) {
            String key = name.equals(access.host()) ? "access.host" : "access.aliases";
            keys.putIfAbsent(name + ":" + access.writePort(), key);
            keys.putIfAbsent(name + ":" + access.readPort(), key);
        }
        return keys;
    }

    private static Problem sharedAddress(String key, String address, String other) {
        return new Problem(
                "PG1C-907",
                Severity.ERROR,
                key,
                Optional.empty(),
                Text.of(
                        "'" + address + "' belongs to another cluster as well: " + other,
                        "«" + address + "» принадлежит и другому кластеру: " + other),
                Text.of(
                        "give each cluster its own hosts: their ports, services and files would meet",
                        "дайте каждому кластеру свои узлы: иначе столкнутся порты, службы и файлы"));
    }
}
