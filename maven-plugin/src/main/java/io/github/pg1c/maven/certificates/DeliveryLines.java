package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.model.value.NodeName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what has to be on which node, and what its services have to do with it, in the order in which an administrator does it. */
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
                        + file.impact().id() + ")"));
    }

    private void restartOneByOne(List<SecretFile> files) {
        units(files, Impact.ROLLING_RESTART)
                .forEach((unit, nodes) -> line(Text.of(
                        "restart " + unit + " on one node after the other: " + String.join(", ", nodes)
                                + "; go on when all members are healthy (pg1c-etcdctl endpoint health --cluster)",
                        "перезапустить " + unit + " по одному узлу: " + String.join(", ", nodes)
                                + "; следующий — когда здоровы все члены (pg1c-etcdctl endpoint health --cluster)")));
    }

    private void reload(List<SecretFile> files) {
        units(files, Impact.RELOAD)
                .forEach((unit, nodes) -> line(Text.of(
                        "systemctl reload " + unit + ": " + String.join(", ", nodes),
                        "systemctl reload " + unit + ": " + String.join(", ", nodes))));
        Set<String> idle = new LinkedHashSet<>();
        files.stream().filter(file -> file.impact() == Impact.NONE).forEach(file -> idle.add(file.unit()));
        idle.forEach(unit -> line(Text.of(
                unit + " reads certificates and revocation lists by itself at the next connection",
                unit + " сам читает сертификаты и списки отзыва при следующем соединении")));
    }

    private static Map<String, Set<String>> units(List<SecretFile> files, Impact impact) {
        Map<String, Set<String>> units = new LinkedHashMap<>();
        files.stream()
                .filter(file -> file.impact() == impact)
                .forEach(file -> units.computeIfAbsent(file.unit(), unit -> new LinkedHashSet<>())
                        .add(file.node().toString()));
        return units;
    }

    private void line(Text text) {
        session.dialogue().speech().result("    " + session.dialogue().in(text));
    }
}
