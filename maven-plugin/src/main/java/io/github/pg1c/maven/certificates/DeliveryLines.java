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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what has to be on which node, and what its services have to do with it, in the order in which an administrator
 * does it.
 */
final class DeliveryLines {

    private final CertificateSession session;

    DeliveryLines(CertificateSession session) {
        this.session = session;
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
        services(files, Need.Restart.class)
                .forEach((service, nodes) -> line(Text.of(
                        "restart " + service + " on one node after the other: " + String.join(", ", nodes)
                                + "; go on when all members are healthy (pg1c-etcdctl endpoint health --cluster)",
                        "перезапустить " + service + " по одному узлу: " + String.join(", ", nodes)
                                + "; следующий — когда здоровы все члены (pg1c-etcdctl endpoint health --cluster)")));
    }

    private void reload(List<SecretFile> files) {
        services(files, Need.Reload.class)
                .forEach((service, nodes) ->
                        line(Text.same("systemctl reload " + service + ": " + String.join(", ", nodes))));
        readers(files)
                .forEach(service -> line(Text.of(
                        service + " reads certificates and revocation lists by itself at the next connection",
                        service + " сам читает сертификаты и списки отзыва при следующем соединении")));
    }

    private static Map<String, Set<String>> services(List<SecretFile> files, Class<? extends Need> kind) {
        Map<String, Set<String>> services = new LinkedHashMap<>();
        files.stream()
                .filter(file -> kind.isInstance(file.need()))
                .forEach(file -> services.computeIfAbsent(
                                file.need().service().orElseThrow(), service -> new LinkedHashSet<>())
                        .add(file.node().toString()));
        return services;
    }

    /** The services whose certificates are among the files that need nothing. */
    private Set<String> readers(List<SecretFile> files) {
        Map<NodeName, NodePart> parts = Bundle.parts(ClusterPlan.of(session.cluster()), RevocationLists.NONE);
        Set<String> readers = new LinkedHashSet<>();
        files.stream().filter(file -> file.need().equals(Need.NOTHING)).forEach(file -> parts.getOrDefault(
                        file.node(), NodePart.EMPTY)
                .services()
                .stream()
                .filter(service -> reads(service, file))
                .forEach(service -> readers.add(service.name())));
        return readers;
    }

    private static boolean reads(Service service, SecretFile file) {
        return !service.certificates().isEmpty() && file.path().startsWith(service.certificates() + "/");
    }

    private void line(Text text) {
        session.dialogue().speech().result("    " + session.dialogue().in(text));
    }
}
