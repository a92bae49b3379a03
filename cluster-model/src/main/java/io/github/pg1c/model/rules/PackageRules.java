package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.ComponentPackages;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.program.PackageLock;
import io.github.pg1c.model.program.PackageRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of packages: the repositories that they come from, and their exact versions. */
final class PackageRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
    // It stands in a shell script and in a file of apt or dnf; dnf replaces words such as $releasever.
    private static final Pattern URL =
            Pattern.compile("(https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|file://)(/[A-Za-z0-9._~+%$-]*)*");
    private static final Pattern PASSWORD = Pattern.compile("[a-z]+://[^/]*@.*");
    private static final Pattern SUITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*|\\./");
    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String EXAMPLE = "platform:\n  os: debian-13\n  repositories:\n    - name: vendor\n"
            + "      url: https://mirror.example.org/postgresql\n      suite: trixie-pgdg\n"
            + "      key: |\n        -----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"
            + "        mDMEZ1c1BRYJKwYBBAHaRw8BAQdA\n        -----END PGP PUBLIC KEY BLOCK-----";

    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.+~^:_-]*[0-9][A-Za-z0-9.+~^:_-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String LOCK = "packages: {sums: " + "0".repeat(64) + "}";

    /** What says which packages the components have. */
    private static final String[] OF_COMPONENTS = {
        "platform.os",
        "postgresql.version",
        "postgresql.distribution",
        "postgresql.binDirectory",
        "postgresql.audit",
        "patroni.binary",
        "etcd.binary",
        "etcd.external",
        "haproxy.binary",
        "pgbouncer.binary",
        "programs",
        "databases[*].extensions[*].name",
        "access.pooling",
        "nodes[*].roles"
    };

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            736,
                            "A value of a repository has another form",
                            "Значение репозитория пакетов имеет другой вид")
                    .because(
                            "These words stand in files of apt or dnf and in a script that root runs on every node; a "
                                    + "password in the address would be readable in all of them.",
                            "Эти слова попадают в файлы apt или dnf и в скрипт, который root запускает на каждом "
                                    + "узле; пароль в адресе можно было бы прочесть в каждом из них.")
                    .mend(
                            "Write a name of small letters, digits and dashes, an address that begins with https://, "
                                    + "http:// or file://, and the suite as the vendor names it; a password belongs "
                                    + "into /etc/apt/auth.conf.d or the settings of dnf on the nodes.",
                            "Укажите имя из строчных букв, цифр и дефисов, адрес, начинающийся с https://, http:// "
                                    + "или file://, и дистрибутив так, как его называет поставщик; паролю место в "
                                    + "/etc/apt/auth.conf.d или в настройках dnf на узлах.")
                    .example(EXAMPLE)
                    .readsEach("platform.repositories")
                    .check((cluster, findings) -> {
                        Set<String> names = new HashSet<>();
                        each(cluster.platform().repositories(), (one, i) -> forms(one, path(i), names, findings));
                    }),
            ClusterRule.error(
                            737,
                            "A key of a repository is missing or has no effect",
                            "Ключ репозитория отсутствует или ни на что не влияет")
                    .because(
                            "apt reads a suite with its components, or a directory without them; dnf reads an "
                                    + "address alone.",
                            "apt читает дистрибутив с компонентами или каталог без них; dnf — только адрес.")
                    .mend(
                            "Write the suite for apt, and for dnf neither suite nor components.",
                            "Для apt укажите suite, для dnf не указывайте ни suite, ни components.")
                    .example(EXAMPLE)
                    .readsEach("platform")
                    .check((cluster, findings) -> {
                        if (findings.known("platform.os")) {
                            OsFamily family = cluster.platform().os().family();
                            each(cluster.platform().repositories(), (one, i) -> keys(family, one, path(i), findings));
                        }
                    }),
            ClusterRule.error(
                            738,
                            "An exact package is none of this cluster, or has another form",
                            "Точный пакет не из этого кластера или имеет другой вид")
                    .because(
                            "A version of a package that no host takes pins nothing; and these words stand in a script "
                                    + "that root runs on every node.",
                            "Версия пакета, который никто не ставит, ничего не закрепляет; к тому же эти слова "
                                    + "попадают в скрипт, который root запускает на каждом узле.")
                    .mend(
                            "Write what fetch.sh prints: the packages of the components with their whole versions, "
                                    + "and the sum over their directory.",
                            "Укажите то, что печатает fetch.sh: пакеты компонентов с полными версиями и сумму их "
                                    + "каталога.")
                    .example(LOCK)
                    .readsEach(Stream.concat(Stream.of("packages"), Stream.of(OF_COMPONENTS))
                            .toList())
                    .check(PackageRules::exact),
            ClusterRule.warning(
                            739,
                            "Some packages have an exact version and others have none",
                            "У части пакетов точная версия указана, у других — нет")
                    .because(
                            "Packages of one component belong together, and those without a version may differ from "
                                    + "host to host.",
                            "Пакеты одного компонента должны соответствовать друг другу, а пакеты без версии на "
                                    + "разных хостах могут оказаться разными.")
                    .mend(
                            "Write the versions of all of them, as fetch.sh prints them, or of none.",
                            "Укажите версии всех пакетов, как их печатает fetch.sh, или ни одной.")
                    .example(LOCK)
                    .reads(Stream.concat(Stream.of("packages"), Stream.of(OF_COMPONENTS))
                            .toList())
                    .check((cluster, findings) -> {
                        SortedSet<String> missing = ComponentPackages.of(cluster);
                        Set<String> given = cluster.packages().versions().keySet();
                        missing.removeAll(given);
                        if (!given.isEmpty() && !missing.isEmpty()) {
                            String names = String.join(", ", missing);
                            findings.report("packages.versions", "no version of " + names, "нет версии: " + names);
                        }
                    }));

    private PackageRules() {}

    private static String path(int index) {
        return "platform.repositories[" + index + "]";
    }

    private static void exact(Cluster cluster, RuleFindings findings) {
        PackageLock lock = cluster.packages();
        form("packages.sums", lock.sums(), SHA256, findings);
        boolean known = findings.known(OF_COMPONENTS);
        SortedSet<String> names = known ? ComponentPackages.of(cluster) : new TreeSet<>();
        lock.versions().forEach((name, version) -> {
            String key = "packages.versions." + name;
            if (!PACKAGE.matcher(name).matches()) {
                findings.report(
                        "packages.versions", "'" + name + "' has another form", "«" + name + "» имеет другой вид");
            } else if (known && !names.contains(name)) {
                String all = String.join(", ", names);
                findings.report(
                        key,
                        Text.of(
                                "no component has the package '" + name + "'",
                                "пакета «" + name + "» нет у компонентов"),
                        Suggestion.of(name, names)
                                .map(word -> Text.of("did you mean '" + word + "'?", "возможно, «" + word + "»?"))
                                .orElse(Text.of("the packages here are: " + all, "здесь бывают пакеты: " + all)));
            } else {
                form(key, version, VERSION, findings);
            }
        });
    }

    private static void each(List<PackageRepository> repositories, ObjIntConsumer<PackageRepository> check) {
        for (int i = 0; i < repositories.size(); i++) {
            check.accept(repositories.get(i), i);
        }
    }

    private static void forms(PackageRepository one, String path, Set<String> names, RuleFindings findings) {
        form(path + ".name", one.name(), NAME, findings);
        if (findings.known(path + ".name") && !names.add(one.name())) {
            findings.report(
                    path + ".name", "'" + one.name() + "' stands here twice", "«" + one.name() + "» указан дважды");
        }
        if (!PASSWORD.matcher(one.url()).matches()) {
            form(path + ".url", one.url(), URL, findings);
        } else if (findings.known(path + ".url")) {
            findings.report(path + ".url", "a user or a password stands in it", "в нём имя пользователя или пароль");
        }
        form(path + ".suite", one.suite(), SUITE, findings);
        for (int i = 0; i < one.components().size(); i++) {
            form(findings.element(path + ".components", i), one.components().get(i), COMPONENT, findings);
        }
    }

    private static void form(String key, @Nullable String value, Pattern form, RuleFindings findings) {
        if (value != null && findings.known(key) && (!form.matcher(value).matches() || value.contains(".."))) {
            findings.report(key, "'" + value + "' has another form", "«" + value + "» имеет другой вид");
        }
    }

    private static void keys(OsFamily family, PackageRepository one, String path, RuleFindings findings) {
        boolean suite = one.suite() != null;
        boolean components = !one.components().isEmpty();
        switch (family) {
            case DEBIAN -> {
                if (!suite && findings.known(path + ".suite")) {
                    findings.report(path, "a repository of apt without 'suite'", "репозиторий apt без «suite»");
                }
                if (one.isFlat() && components && findings.known(path + ".suite", path + ".components")) {
                    idle(path + ".components", "components", findings);
                }
            }
            case RHEL -> {
                if (suite && findings.known(path + ".suite")) {
                    idle(path + ".suite", "suite", findings);
                }
                if (components && findings.known(path + ".components")) {
                    idle(path + ".components", "components", findings);
                }
            }
        }
    }

    private static void idle(String path, String key, RuleFindings findings) {
        findings.report(path, "'" + key + "' has no effect here", "«" + key + "» здесь ни на что не влияет");
    }
}
