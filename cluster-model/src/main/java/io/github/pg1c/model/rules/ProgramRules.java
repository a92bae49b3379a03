package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.key.EnumWords;
import io.github.pg1c.model.program.ProgramOrigin;
import io.github.pg1c.model.program.ProgramSource;
import io.github.pg1c.model.program.Programs;
import io.github.pg1c.model.program.SystemUser;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of where programs come from, and of the users that run them. */
final class ProgramRules {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    // The name of a file stands in a shell script and beside a sum in a list of sums.
    private static final Pattern ARCHIVE = Pattern.compile("/?([A-Za-z0-9_+@.-]+/)*[A-Za-z0-9_+@.-]+");
    private static final Pattern REQUIREMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*(\\[[A-Za-z0-9_,-]+])?"
            + "((==|>=|~=|<=|<|>)[A-Za-z0-9_.*+!-]+)?(,(==|>=|~=|<=|<|>)[A-Za-z0-9_.*+!-]+)*");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    /** Above it is {@code nobody}. */
    private static final int LAST_ID = 65533;

    private static final Map<String, Set<ProgramOrigin>> POSSIBLE = new LinkedHashMap<>();

    static {
        Set<ProgramOrigin> files = EnumSet.of(ProgramOrigin.PACKAGE, ProgramOrigin.ARCHIVE, ProgramOrigin.PRESENT);
        POSSIBLE.put("postgresql", EnumSet.of(ProgramOrigin.PACKAGE, ProgramOrigin.PRESENT));
        POSSIBLE.put("patroni", EnumSet.of(ProgramOrigin.PACKAGE, ProgramOrigin.PYTHON, ProgramOrigin.PRESENT));
        POSSIBLE.put("etcd", files);
        POSSIBLE.put("haproxy", files);
        POSSIBLE.put("pgbouncer", files);
    }

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(731, "The programs cannot come from there", "Программы не могут быть взяты оттуда")
                    .because(
                            "Only Patroni is written in Python; PostgreSQL is more than programs, it has libraries and "
                                    + "files beside them.",
                            "На Python написан только Patroni; PostgreSQL — это не только программы, рядом с ними "
                                    + "библиотеки и файлы.")
                    .mend("Take one of those that the key allows.", "Выберите одно из допустимых значений ключа.")
                    .example("programs: {etcd: {from: package}, patroni: {from: package}}")
                    .readsEach("programs")
                    .check((cluster, findings) -> sources(cluster).forEach((component, source) -> {
                        String key = "programs." + component + ".from";
                        ProgramOrigin from = source.from();
                        Set<ProgramOrigin> possible = POSSIBLE.getOrDefault(component, Set.of());
                        if (from != null && findings.known(key) && !possible.contains(from)) {
                            String words = String.join(
                                    ", ",
                                    possible.stream().map(ProgramRules::word).toList());
                            findings.report(
                                    key,
                                    "'" + word(from) + "' is not possible for " + component + ": " + words,
                                    "«" + word(from) + "» для " + component + " невозможно: " + words);
                        }
                    })),
            ClusterRule.error(
                            732,
                            "A key of a program's source is missing or has no effect",
                            "Ключ источника программы отсутствует или ни на что не влияет")
                    .because(
                            "An archive is known by its name and its SHA-256, an environment of Python by its directory "
                                    + "and what is installed into it; other sources have neither.",
                            "Архив определяют имя и SHA-256, окружение Python — каталог и список пакетов; у других "
                                    + "источников этого нет.")
                    .mend(
                            "Write both keys of an archive, and none that belongs to another source.",
                            "Укажите оба ключа архива и ни одного ключа другого источника.")
                    .example("etcd: {binary: /usr/local/bin/etcd}\nprograms:\n  etcd:\n    from: archive\n"
                            + "    archive: etcd-v3.5.21-linux-amd64.tar.gz\n    sha256: " + "0".repeat(64))
                    .readsEach("programs")
                    .check((cluster, findings) ->
                            sources(cluster).forEach((component, source) -> keys(component, source, findings))),
            ClusterRule.error(
                            733,
                            "A value of a program's source has another form",
                            "Значение источника программы имеет другой вид")
                    .because(
                            "These words stand in a script that root runs on every node.",
                            "Эти слова попадают в скрипт, который root запускает на каждом узле.")
                    .mend(
                            "Write a file name or a clean path, 64 hexadecimal digits, and requirements such as "
                                    + "patroni[etcd3]==4.0.7.",
                            "Укажите имя файла или путь без лишних знаков, 64 шестнадцатеричные цифры и требования "
                                    + "вида patroni[etcd3]==4.0.7.")
                    .example("programs: {patroni: {from: python, requirements: [\"patroni[etcd3]==4.0.7\"]}}")
                    .readsEach("programs")
                    .check((cluster, findings) ->
                            sources(cluster).forEach((component, source) -> forms(component, source, findings))),
            ClusterRule.error(734, "The package puts the program elsewhere", "Пакет кладёт программу в другое место")
                    .because(
                            "The installation would bring the package and then miss the program where the files "
                                    + "refer to it.",
                            "Установка поставила бы пакет и не нашла бы программу там, где её ждут файлы.")
                    .mend(
                            "Leave out the path, or write where the program really comes from.",
                            "Уберите путь или укажите, откуда программа берётся на самом деле.")
                    .example("programs: {etcd: {from: package}}")
                    .readsEach("programs", "etcd", "patroni", "pgbouncer", "haproxy", "postgresql", "platform.os")
                    .checkDerived(ProgramRules::places),
            ClusterRule.error(735, "A user of the system is wrong", "Неверный пользователь ОС")
                    .because(
                            "Two users of one number are the same user; a number for a user that runs nothing here is "
                                    + "a slip of the pen.",
                            "Два пользователя с одним номером — это один пользователь; номер для пользователя, "
                                    + "который здесь ничего не запускает, — описка.")
                    .mend(
                            "Give each user that runs a service of the cluster a number of its own, from 1 to "
                                    + LAST_ID + ".",
                            "Дайте каждому пользователю, запускающему службу кластера, свой номер от 1 до " + LAST_ID
                                    + ".")
                    .example("users: [{name: postgres, uid: 26}, {name: etcd, uid: 997}]")
                    .readsEach("users", "postgresql.user", "etcd.user", "platform.os", "access.pooling")
                    .checkDerived(ProgramRules::users));

    private ProgramRules() {}

    private static Map<String, ProgramSource> sources(Cluster cluster) {
        Programs programs = cluster.programs();
        Map<String, ProgramSource> sources = new LinkedHashMap<>();
        sources.put("postgresql", programs.postgresql());
        sources.put("patroni", programs.patroni());
        sources.put("etcd", programs.etcd());
        sources.put("haproxy", programs.haproxy());
        sources.put("pgbouncer", programs.pgbouncer());
        return sources;
    }

    private static String word(ProgramOrigin origin) {
        return EnumWords.of(ProgramOrigin.class).entrySet().stream()
                .filter(entry -> entry.getValue() == origin)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> origin.name().toLowerCase(Locale.ROOT));
    }

    private static void keys(String component, ProgramSource source, RuleFindings findings) {
        String prefix = "programs." + component + ".";
        boolean archive = source.from() == ProgramOrigin.ARCHIVE;
        boolean python = source.from() == ProgramOrigin.PYTHON;
        if (!findings.known(prefix + "from")) {
            return;
        }
        key(prefix + "archive", source.archive() != null, archive, archive, findings);
        key(prefix + "sha256", source.sha256() != null, archive, archive, findings);
        key(prefix + "directory", source.directory() != null, python, false, findings);
        key(prefix + "requirements", !source.requirements().isEmpty(), python, false, findings);
    }

    private static void key(String key, boolean said, boolean fits, boolean needed, RuleFindings findings) {
        if (!findings.known(key)) {
            return;
        }
        String name = key.substring(key.lastIndexOf('.') + 1);
        if (said && !fits) {
            findings.report(
                    key,
                    "'" + name + "' has no effect with this source",
                    "«" + name + "» при таком источнике ни на что не влияет");
        } else if (needed && !said) {
            findings.report(
                    key.substring(0, key.lastIndexOf('.')),
                    "an archive without '" + name + "'",
                    "архив без «" + name + "»");
        }
    }

    private static void forms(String component, ProgramSource source, RuleFindings findings) {
        String prefix = "programs." + component + ".";
        form(prefix + "archive", source.archive(), ARCHIVE, findings);
        form(prefix + "sha256", source.sha256(), SHA256, findings);
        String directory = source.directory();
        if (directory != null && findings.known(prefix + "directory") && !PathRules.clean(directory)) {
            wrong(prefix + "directory", directory, findings);
        }
        List<String> requirements = source.requirements();
        for (int i = 0; i < requirements.size(); i++) {
            form(findings.element(prefix + "requirements", i), requirements.get(i), REQUIREMENT, findings);
        }
    }

    private static void form(String key, @Nullable String value, Pattern form, RuleFindings findings) {
        if (value != null && findings.known(key) && (!form.matcher(value).matches() || value.contains(".."))) {
            wrong(key, value, findings);
        }
    }

    private static void wrong(String key, String value, RuleFindings findings) {
        findings.report(key, "'" + value + "' has another form", "«" + value + "» имеет другой вид");
    }

    private static void places(Derivation facts, RuleFindings findings) {
        Layout layout = facts.layout();
        Programs programs = facts.cluster().programs();
        place("patroni", programs.patroni(), layout.patroniBinary(), Layout.PATRONI, findings);
        place("etcd", programs.etcd(), layout.etcdBinary(), Layout.ETCD, findings);
        place("haproxy", programs.haproxy(), layout.haproxyBinary(), Layout.HAPROXY, findings);
        if (findings.known("platform.os")) {
            String pgbouncer = facts.cluster().platform().os().family().pgbouncerBinary();
            place("pgbouncer", programs.pgbouncer(), layout.pgbouncerBinary(), pgbouncer, findings);
        }
        boolean known = findings.known("platform.os", "postgresql.version", "postgresql.distribution");
        if (known && layout.packages().packages().isEmpty()) {
            if (programs.postgresql().from() == ProgramOrigin.PACKAGE && findings.known(from("postgresql"))) {
                findings.report(
                        from("postgresql"),
                        "the names of this build's packages are not known: install them yourself and write present",
                        "имена пакетов этой сборки неизвестны: установите их сами и укажите present");
            }
        } else if (known && findings.known("postgresql.binDirectory")) {
            moved(
                    "postgresql",
                    "postgresql.binDirectory",
                    programs.postgresql(),
                    layout.binDirectory(),
                    layout.packages().binDirectory(),
                    findings);
        }
    }

    private static String from(String component) {
        return "programs." + component + ".from";
    }

    private static void place(String component, ProgramSource source, String path, String own, RuleFindings findings) {
        String key = component + ".binary";
        if (findings.known(key)) {
            moved(component, key, source, path, own, findings);
        }
    }

    private static void moved(
            String component, String key, ProgramSource source, String path, String own, RuleFindings findings) {
        if (source.from() == ProgramOrigin.PACKAGE && findings.known(from(component)) && !path.equals(own)) {
            findings.report(
                    from(component),
                    "the package puts it at " + own + ", " + key + " is " + path,
                    "пакет кладёт её в " + own + ", а " + key + " — " + path);
        }
    }

    private static void users(Derivation facts, RuleFindings findings) {
        Set<String> running = running(facts, findings);
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, String> numbers = new HashMap<>();
        List<SystemUser> users = facts.cluster().users();
        for (int i = 0; i < users.size(); i++) {
            SystemUser user = users.get(i);
            String path = "users[" + i + "]";
            if (!findings.known(path + ".name")) {
                continue;
            }
            if (seen.putIfAbsent(user.name(), i) != null) {
                findings.report(
                        path + ".name",
                        "'" + user.name() + "' stands here twice",
                        "«" + user.name() + "» указан дважды");
            } else if (!USER.matcher(user.name()).matches() || user.name().equals("root")) {
                wrong(path + ".name", user.name(), findings);
            } else if (findings.known("postgresql.user", "etcd.user") && !running.contains(user.name())) {
                findings.report(
                        path + ".name",
                        "'" + user.name() + "' runs nothing here: " + String.join(", ", running),
                        "«" + user.name() + "» здесь ничего не запускает: " + String.join(", ", running));
            }
            number(path + ".uid", user.uid(), findings);
            Integer gid = user.gid();
            if (gid != null) {
                number(path + ".gid", gid, findings);
            }
            String other = numbers.putIfAbsent(user.uid(), user.name());
            if (other != null && !other.equals(user.name()) && findings.known(path + ".uid")) {
                findings.report(
                        path + ".uid",
                        "number " + user.uid() + " is that of '" + other + "'",
                        "номер " + user.uid() + " уже у «" + other + "»");
            }
        }
    }

    private static void number(String key, int value, RuleFindings findings) {
        if (findings.known(key) && (value < 1 || value > LAST_ID)) {
            findings.report(key, value + " is no number of a user", value + " — не номер пользователя");
        }
    }

    /** The users that services of the cluster run as. */
    private static Set<String> running(Derivation facts, RuleFindings findings) {
        Layout layout = facts.layout();
        Set<String> users = new TreeSet<>(List.of(layout.postgresUser(), layout.etcdUser(), layout.haproxyUser()));
        if (!findings.known("access.pooling", "platform.os")) {
            users.add("pgbouncer");
        } else if (facts.cluster().access().pooled()) {
            users.add(layout.pgbouncerUser());
        }
        return users;
    }
}
