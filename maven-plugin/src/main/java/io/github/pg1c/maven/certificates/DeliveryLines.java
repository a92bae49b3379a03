package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.NodeName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the files to deliver to each node and the actions of its services, in the order of the administrator's work.
 */
final class DeliveryLines {

    private final CertificateSession session;
    private final Map<NodeName, NodePart> parts;

    DeliveryLines(CertificateSession session) {
        this.session = session;
        this.parts = Bundle.parts(ClusterPlan.of(session.cluster()), RevocationLists.NONE);
    }

    void show(List<SecretFile> files) {
        if (files.isEmpty()) {
            session.say(Text.of("no node needs a new file", "новых файлов для узлов нет"));
            return;
        }
        session.say(Text.of(
                "to do on the nodes, in this order (ansible/site.yml of the bundle does all of it):",
                "сделать на узлах в таком порядке (ansible/site.yml из конфигурации делает всё это сам):"));
        deliver(files);
        restartOneByOne(files);
        reload(files);
    }

    private void deliver(List<SecretFile> files) {
        Map<NodeName, Long> counts = files.stream()
                .collect(Collectors.groupingBy(SecretFile::node, LinkedHashMap::new, Collectors.counting()));
        String nodes = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        line(Text.of(
                "install the secrets, files by node: " + nodes + " (nodes/<node>/install.sh --secrets)",
                "установить секреты, файлов по узлам: " + nodes + " (nodes/<узел>/install.sh --secrets)"));
        files.forEach(file -> session.dialogue()
                .speech()
                .detail("      " + file.node() + " " + file.path() + " ("
                        + file.need().id() + ")"));
    }

    private void restartOneByOne(List<SecretFile> files) {
        nodes(files, Need.Restart.class, Service::name)
                .forEach((service, nodes) -> line(Text.of(
                        "restart " + service + " on one node after the other: " + nodes
                                + "; go on when all members are healthy (pg1c-etcdctl endpoint health --cluster)",
                        "перезапустить " + service + " по одному узлу: " + nodes
                                + "; следующий — когда здоровы все члены (pg1c-etcdctl endpoint health --cluster)")));
    }

    private void reload(List<SecretFile> files) {
        nodes(files, Need.Reload.class, Service::reload)
                .forEach((command, nodes) -> line(Text.same(command + ": " + nodes)));
        readers(files)
                .forEach(service -> line(Text.of(
                        service + " reads certificates and revocation lists by itself at the next connection",
                        service + " сам читает сертификаты и списки отзыва при следующем соединении")));
    }

    /** The nodes by the actions of the services that their files need. */
    private Map<String, String> nodes(
            List<SecretFile> files, Class<? extends Need> kind, Function<Service, String> told) {
        Map<String, Set<String>> nodes = new LinkedHashMap<>();
        for (SecretFile file : files) {
            if (kind.isInstance(file.need())) {
                services(file.node())
                        .filter(service -> file.need().service().equals(Optional.of(service.name())))
                        .forEach(service -> nodes.computeIfAbsent(told.apply(service), key -> new LinkedHashSet<>())
                                .add(file.node().toString()));
            }
        }
        Map<String, String> lists = new LinkedHashMap<>();
        nodes.forEach((key, names) -> lists.put(key, String.join(", ", names)));
        return lists;
    }

    /** The services whose certificates need no action. */
    private Set<String> readers(List<SecretFile> files) {
        Set<String> readers = new LinkedHashSet<>();
        for (SecretFile file : files) {
            if (file.need().equals(Need.NOTHING)) {
                services(file.node())
                        .filter(service -> reads(service, file))
                        .forEach(service -> readers.add(service.name()));
            }
        }
        return readers;
    }

    private Stream<Service> services(NodeName node) {
        return parts.getOrDefault(node, NodePart.EMPTY).services().stream();
    }

    private static boolean reads(Service service, SecretFile file) {
        return !service.certificates().isEmpty() && file.path().startsWith(service.certificates() + "/");
    }

    private void line(Text text) {
        session.dialogue().speech().result("    " + session.dialogue().in(text));
    }
}
