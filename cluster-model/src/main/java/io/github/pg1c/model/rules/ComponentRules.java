package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Patroni;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.value.ComponentVersion;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules of the components' versions, and of the limits of a container. */
final class ComponentRules {

    private static final String OS = "platform.os";

    static final List<ClusterRule> ROWS = List.of(
            component(701, "Patroni", "patroni", 3, 0)
                    .because(
                            "Failsafe mode, which keeps the leader while etcd is away, and /primary came with 3.0.",
                            "Режим failsafe, сохраняющий лидера без etcd, и /primary появились в 3.0.")
                    .checkDerived(atLeast(
                            "patroni",
                            3,
                            0,
                            Layout.Versions::patroni,
                            cluster -> cluster.patroni().version(),
                            cluster -> true)),
            component(702, "etcd", "etcd", 3, 4)
                    .because(
                            "Patroni speaks the third version of etcd's API at /v3, which came with 3.4.",
                            "Patroni обращается к API третьей версии по пути /v3, который появился в 3.4.")
                    .checkDerived(atLeast(
                            "etcd",
                            3,
                            4,
                            Layout.Versions::etcd,
                            cluster -> cluster.etcd().version(),
                            cluster -> has(cluster, NodeRole.ETCD))),
            component(703, "HAProxy", "haproxy", 2, 2)
                    .because(
                            "Several checks of one server in a row, over TLS, are reliable since 2.2.",
                            "Цепочка проверок одного сервера, в том числе по TLS, надёжна начиная с 2.2.")
                    .checkDerived(atLeast(
                            "haproxy",
                            2,
                            2,
                            Layout.Versions::haproxy,
                            cluster -> cluster.haproxy().version(),
                            cluster -> has(cluster, NodeRole.HAPROXY))),
            component(704, "PgBouncer", "pgbouncer", 1, 14)
                    .because(
                            "It passes SCRAM on to the server without a plain password since 1.14.",
                            "Передавать SCRAM серверу без пароля в открытом виде он умеет с 1.14.")
                    .checkDerived(atLeast(
                            "pgbouncer",
                            1,
                            14,
                            Layout.Versions::pgbouncer,
                            cluster -> cluster.pgbouncer().version(),
                            cluster -> cluster.access().pooled()))
                    .reads("pgbouncer.version", "access.pooling"),
            ClusterRule.warning(
                            705, "A watchdog is required in a container", "Сторожевой таймер обязателен в контейнере")
                    .because(
                            "A container has /dev/watchdog only when its host hands it in; without it no node "
                                    + "ever becomes leader.",
                            "В контейнере есть /dev/watchdog, только если его передал хост; без него ни один "
                                    + "узел не станет лидером.")
                    .mend(
                            "Write watchdog: automatic, or hand the device in.",
                            "Укажите watchdog: automatic или передайте устройство в контейнер.")
                    .example("platform: {os: almalinux-9, container: true}\npatroni: {watchdog: automatic}")
                    .reads("platform.container", "patroni.watchdog")
                    .check((cluster, findings) -> {
                        if (cluster.platform().container()
                                && cluster.patroni().watchdog() == Patroni.Watchdog.REQUIRED) {
                            findings.report(
                                    "patroni.watchdog",
                                    "'required' in a container without /dev/watchdog leaves the cluster without "
                                            + "a leader",
                                    "«required» в контейнере без /dev/watchdog оставит кластер без лидера");
                        }
                    }),
            ClusterRule.warning(
                            706,
                            "This Patroni may take the leader's lock away from its new owner",
                            "Этот Patroni может отнять блокировку у нового лидера")
                    .because(
                            "Before 3.0.3 a leader that was stuck for longer than ttl writes itself into etcd "
                                    + "again without"
                                    + " looking whether another one leads meanwhile. The new leader steps down, and all"
                                    + " commits that it acknowledged are lost, also with rpo: 0. The live tests show it"
                                    + " with a frozen PostgreSQL (Patroni, pull request 2689).",
                            "До 3.0.3 лидер, зависший дольше ttl, снова записывает себя в etcd, не проверяя, что "
                                    + "лидером"
                                    + " уже стал другой. Новый лидер слагает роль, и все подтверждённые им транзакции"
                                    + " теряются, даже при rpo: 0. Живые тесты показывают это на замороженном "
                                    + "PostgreSQL"
                                    + " (Patroni, pull request 2689).")
                    .mend(
                            "Install Patroni 3.0.3 or later, for example from PGDG's repository, and write "
                                    + "patroni.version.",
                            "Установите Patroni 3.0.3 или новее, например из репозитория PGDG, и укажите "
                                    + "patroni.version.")
                    .example("patroni: {version: \"4.0.7\"}")
                    .reads("patroni.version")
                    .readsEach(OS, "nodes[*].roles")
                    .checkDerived((facts, findings) -> {
                        Cluster cluster = facts.cluster();
                        ComponentVersion actual = facts.layout().versions().patroni();
                        boolean known = cluster.patroni().version() != null || findings.known(OS);
                        if (known
                                && actual.atLeast(3, 0)
                                && actual.compareTo(new ComponentVersion(3, 0, 3)) < 0
                                && cluster.nodesWith(NodeRole.POSTGRESQL).size() > 1) {
                            report("patroni", actual, "3.0.3", cluster, findings);
                        }
                    }));

    private ComponentRules() {}

    private static ClusterRule component(int number, String name, String key, int major, int minor) {
        String least = major + "." + minor;
        return ClusterRule.error(number, name + " is too old", name + " слишком старый")
                .mend(
                        "Install " + least + " or later and write " + key + ".version, or take a newer platform.",
                        "Установите " + least + " или новее и укажите " + key
                                + ".version либо возьмите более новую платформу.")
                .example(key + ": {version: \"" + least + "\"}")
                .reads(key + ".version")
                .readsEach(OS, "nodes[*].roles");
    }

    private static BiConsumer<Derivation, RuleFindings> atLeast(
            String key,
            int major,
            int minor,
            Function<Layout.Versions, ComponentVersion> version,
            Function<Cluster, @Nullable ComponentVersion> said,
            Predicate<Cluster> used) {
        return (facts, findings) -> {
            Cluster cluster = facts.cluster();
            ComponentVersion actual = version.apply(facts.layout().versions());
            boolean known = said.apply(cluster) != null || findings.known(OS);
            if (known && used.test(cluster) && !actual.atLeast(major, minor)) {
                report(key, actual, major + "." + minor, cluster, findings);
            }
        };
    }

    private static void report(
            String key, ComponentVersion actual, String least, Cluster cluster, RuleFindings findings) {
        String os = cluster.platform().os().id();
        boolean known = findings.known(OS);
        findings.report(
                key + ".version",
                "version " + actual + (known ? " (on " + os + ")" : "") + " is older than " + least,
                "версия " + actual + (known ? " (на " + os + ")" : "") + " старше, чем " + least);
    }

    private static boolean has(Cluster cluster, NodeRole role) {
        return !cluster.nodesWith(role).isEmpty();
    }
}
