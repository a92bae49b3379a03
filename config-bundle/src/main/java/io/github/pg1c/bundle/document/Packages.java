package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/** What has to be installed on a node before its files mean anything, by the platform's package manager. */
final class Packages {

    private Packages() {}

    /** The command that installs a node's packages. */
    static String install(Facts facts, Node node) {
        List<String> names = new ArrayList<>();
        boolean debian = facts.debian();
        if (node.has(NodeRole.ETCD)) {
            names.addAll(debian ? List.of("etcd-server", "etcd-client") : List.of("etcd"));
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            names.addAll(server(facts));
            names.addAll(
                    debian
                            ? List.of("patroni", "python3-etcd", "python3-dnspython", "python3-psycopg2")
                            : List.of("patroni", "patroni-etcd", "python3-psycopg2"));
            if (facts.pooled()) {
                names.add("pgbouncer");
            }
        }
        if (node.has(NodeRole.HAPROXY)) {
            names.add("haproxy");
        }
        names.addAll(List.of("curl", "openssl", "chrony"));
        if (node.has(NodeRole.POSTGRESQL)) {
            names.addAll(debian ? List.of("locales") : List.of("glibc-langpack-ru", "glibc-langpack-en"));
        }
        return (debian ? "apt-get install -y " : "dnf install -y ") + String.join(" ", names);
    }

    private static List<String> server(Facts facts) {
        int major = facts.cluster().postgresql().version().number();
        return switch (facts.cluster().postgresql().distribution()) {
            case PGDG ->
                facts.debian()
                        ? List.of("postgresql-" + major)
                        : List.of("postgresql" + major + "-server", "postgresql" + major + "-contrib");
            case POSTGRES_PRO_1C -> pro("1c", major);
            case POSTGRES_PRO_STD -> pro("std", major);
            case POSTGRES_PRO_ENT -> pro("ent", major);
            case TANTOR_SE_1C -> List.of("tantor-se-1c-server-" + major);
            case ONE_C, ALT_1C, PANGOLIN -> List.of();
        };
    }

    private static List<String> pro(String edition, int major) {
        String name = "postgrespro-" + edition + "-" + major;
        return List.of(name + "-server", name + "-contrib");
    }

    /** The distribution's own service, which would take PostgreSQL's port and data. */
    static String serverUnit(Facts facts) {
        int major = facts.cluster().postgresql().version().number();
        return switch (facts.cluster().postgresql().distribution()) {
            case POSTGRES_PRO_1C -> "postgrespro-1c-" + major;
            case POSTGRES_PRO_STD -> "postgrespro-std-" + major;
            case POSTGRES_PRO_ENT -> "postgrespro-ent-" + major;
            case TANTOR_SE_1C -> "tantor-se-1c-server-" + major;
            case PGDG, ONE_C, ALT_1C, PANGOLIN -> facts.debian() ? "postgresql" : "postgresql-" + major;
        };
    }

    /** Where the packages come from and what has to be known about them. */
    static List<Text> notes(Facts facts) {
        List<Text> notes = new ArrayList<>();
        int major = facts.cluster().postgresql().version().number();
        notes.add(
                switch (facts.cluster().postgresql().distribution()) {
                    case PGDG ->
                        Text.of(
                                "PostgreSQL comes from PGDG's repository. It has none of the patches that 1C needs.",
                                "PostgreSQL — из репозитория PGDG. Патчей, нужных 1С, в нём нет.");
                    case POSTGRES_PRO_1C, POSTGRES_PRO_STD, POSTGRES_PRO_ENT ->
                        Text.of(
                                "PostgreSQL comes from the vendor's repository. Install `-server` and `-contrib`, not the package "
                                        + "without a suffix: that one creates and starts a database of its own.",
                                "PostgreSQL — из репозитория поставщика. Ставьте пакеты `-server` и `-contrib`, а не пакет без "
                                        + "суффикса: тот сам создаёт и запускает базу.");
                    case TANTOR_SE_1C ->
                        Text.of(
                                "PostgreSQL comes from the vendor's repository (Tantor SE 1C).",
                                "PostgreSQL — из репозитория поставщика (Tantor SE 1C).");
                    case ONE_C, ALT_1C, PANGOLIN ->
                        Text.of(
                                "PostgreSQL " + major
                                        + " is not in the command: install the vendor's packages (server and contrib) "
                                        + "first; its programs must be in "
                                        + Markdown.code(facts.layout().binDirectory()) + ".",
                                "PostgreSQL " + major
                                        + " в команде нет: сначала поставьте пакеты поставщика (server и contrib); "
                                        + "программы должны оказаться в "
                                        + Markdown.code(facts.layout().binDirectory()) + ".");
                });
        notes.add(
                facts.debian()
                        ? Text.of(
                                "The packages start services with their own settings. Stop them as below; the data directory must "
                                        + "be empty before Patroni starts.",
                                "Пакеты сразу запускают службы со своими настройками. Остановите их, как показано ниже; до запуска "
                                        + "Patroni каталог данных должен быть пуст.")
                        : Text.of(
                                "Patroni comes from PGDG's repository or the system's own, etcd from the additional "
                                        + "one of PGDG (`pgdg-rhelN-extras`, switched off by default) or the system's own.",
                                "Patroni — из репозитория PGDG или самой ОС, etcd — из дополнительного репозитория PGDG "
                                        + "(`pgdg-rhelN-extras`, по умолчанию выключен) или самой ОС."));
        notes.add(
                Text.of(
                        "Every node of a role has the same versions: take the packages from one mirror and forbid unattended upgrades of them.",
                        "На узлах одной роли версии одинаковы: берите пакеты с одного зеркала и запретите их автоматическое обновление."));
        return notes;
    }
}
