package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.patroni.PatroniLog;
import io.github.pg1c.model.remedy.DiskRemedy;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.plan.DiskBudget;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules of disks, and of what lies beside the data directory: tablespaces and log files. Directories are with the paths. */
final class StorageRules {

    private static final String NAMES = "postgresql.tablespaces[*].name";
    private static final String TABLESPACE = "postgresql: {distribution: postgrespro-1c, version: 17, tablespaces: "
            + "[{name: v81c_data, directory: /var/lib/pgspaces/data}]}";
    private static final Duration MOST = Duration.ofDays(3650);
    private static final MemorySize LEAST_SIZE = MemorySize.parse("1MB");
    private static final MemorySize MOST_SIZE = MemorySize.parse("10GB");
    private static final int MOST_FILES = 1000;
    private static final String KEPT =
            "postgresql: {distribution: postgrespro-1c, version: 17, logs: {retention: 30d}}";
    private static final String FILES = "patroni: {log: {directory: /var/log/patroni, fileSize: 50MB, files: 10}}";

    private static final String[] READS = Stream.concat(
                    Stream.of(ResourceRules.READS),
                    Stream.of("postgresql.walDirectory", "postgresql.tablespaces", "etcd.quota"))
            .toArray(String[]::new);
    private static final String DISKS_EXAMPLE =
            "resources: {memory: 16GB, cpus: 6, disk: ssd, walDisk: 100GB}\nworkload: {connections: 200, databaseSize: 50GB}";

    static final List<ClusterRule> DISKS = List.of(
            ClusterRule.error(413, "Databases and WAL do not fit on their disk", "Базы и WAL не умещаются на диске")
                    .because(
                            "With a full data disk the leader refuses writes; with a full WAL disk PostgreSQL stops.",
                            "С полным диском данных лидер отказывает в записи; с полным диском WAL PostgreSQL "
                                    + "останавливается.")
                    .mend(
                            "Give a larger disk, or correct workload.databaseSize.",
                            "Дайте диск больше или исправьте workload.databaseSize.")
                    .example(DISKS_EXAMPLE)
                    .reads(READS)
                    .readsEach(ResourceRules.FIGURES)
                    .checkDerived((facts, findings) -> disks(facts, findings, disk -> !disk.fits())),
            ClusterRule.warning(
                            414,
                            "Databases and WAL leave too little of their disk free",
                            "Базы и WAL оставляют на диске слишком мало места")
                    .because(
                            "Temporary files of large reports, server logs and growth need a tenth of the disk.",
                            "Временным файлам больших отчётов, журналам сервера и росту баз нужна десятая часть диска.")
                    .mend(
                            "Give a larger disk, or a disk of its own to WAL (postgresql.walDirectory).",
                            "Дайте диск больше или отдельный диск для WAL (postgresql.walDirectory).")
                    .example(DISKS_EXAMPLE)
                    .reads(READS)
                    .readsEach(ResourceRules.FIGURES)
                    .checkDerived(
                            (facts, findings) -> disks(facts, findings, disk -> disk.fits() && !disk.headroomFits())));

    static final List<ClusterRule> TABLESPACES = List.of(
            ClusterRule.error(845, "Duplicate tablespace", "Повторное табличное пространство")
                    .because(
                            "Which of the two directories it gets would be chance.",
                            "Какой из двух каталогов оно получит, было бы делом случая.")
                    .mend("Keep one of them.", "Оставьте одно.")
                    .example(TABLESPACE)
                    .readsEach(NAMES)
                    .check((cluster, findings) -> {
                        Set<SqlName> seen = new HashSet<>();
                        each(cluster, (path, name) -> {
                            if (findings.known(path) && !seen.add(name)) {
                                findings.report(
                                        path,
                                        "tablespace '" + name + "' is described twice",
                                        "табличное пространство «" + name + "» описано дважды");
                            }
                        });
                    }),
            ClusterRule.error(846, "The tablespace's name is reserved", "Имя табличного пространства зарезервировано")
                    .because(
                            "Names on pg_ belong to PostgreSQL, which refuses to create them.",
                            "Имена на pg_ принадлежат PostgreSQL, и создать их он не даст.")
                    .mend("Choose another name.", "Выберите другое имя.")
                    .example(TABLESPACE)
                    .readsEach(NAMES)
                    .check((cluster, findings) -> each(cluster, (path, name) -> {
                        if (findings.known(path) && name.value().startsWith("pg_")) {
                            findings.report(path, "'" + name + "' is reserved", "имя «" + name + "» зарезервировано");
                        }
                    })),
            ClusterRule.warning(
                            847,
                            "The tablespace's name needs quotation marks",
                            "Имя табличного пространства требует кавычек")
                    .because(
                            "With capitals, a digit first or hyphens, it works in SQL only in double quotes; 1C looks "
                                    + "for v81c_data and v81c_index in small letters.",
                            "С заглавными, цифрой в начале или дефисом оно работает в SQL только в двойных кавычках; "
                                    + "1С ищет v81c_data и v81c_index строчными буквами.")
                    .mend(
                            "Use lower-case Latin letters, digits and underscores, a letter first.",
                            "Используйте строчные латинские буквы, цифры и подчёркивания, первой — букву.")
                    .example(TABLESPACE)
                    .readsEach(NAMES)
                    .check((cluster, findings) -> each(cluster, (path, name) -> {
                        if (findings.known(path) && name.needsQuoting()) {
                            findings.report(path, "in SQL it is " + name.quoted(), "в SQL это " + name.quoted());
                        }
                    })));

    static final List<ClusterRule> LOGS = List.of(
            ClusterRule.error(
                            891,
                            "The retention of log files is outside of its limits",
                            "Срок хранения журналов вне допустимых пределов")
                    .because(
                            "There is a file for each date, so that less than a day or a part of one cannot be kept.",
                            "На каждую дату один файл, поэтому меньше дня или его часть хранить нельзя.")
                    .mend("Write whole days, from 1d to 3650d.", "Укажите целые дни, от 1d до 3650d.")
                    .example(KEPT)
                    .readsEach("postgresql.logs.retention")
                    .check((cluster, findings) -> {
                        Duration kept = cluster.postgresql().logs().retention();
                        if (kept != null
                                && findings.known("postgresql.logs.retention")
                                && (kept.compareTo(Duration.ofDays(1)) < 0
                                        || kept.compareTo(MOST) > 0
                                        || !kept.equals(Duration.ofDays(kept.toDays())))) {
                            findings.report(
                                    "postgresql.logs.retention",
                                    Durations.print(kept) + " is not 1 to 3650 whole days",
                                    Durations.print(kept) + " — не от 1 до 3650 целых дней");
                        }
                    }),
            ClusterRule.error(892, "A parameter of the log has two values", "У параметра журнала два значения")
                    .because(
                            "postgresql.logs decides on the parameter: files of other names, or without a new one each day, "
                                    + "would never be removed.",
                            "Параметр определяет postgresql.logs: файлы с другими именами или без нового файла каждый "
                                    + "день никогда бы не удалялись.")
                    .mend("Keep one of them.", "Оставьте одно из двух.")
                    .example(KEPT)
                    .reads("postgresql.logs", "postgresql.parameters")
                    .check((cluster, findings) -> {
                        Set<String> own = cluster.postgresql().logs().decides();
                        cluster.postgresql().parameters().forEach((name, value) -> {
                            if (own.contains(name.toLowerCase(Locale.ROOT))) {
                                findings.report(
                                        "postgresql.parameters." + name,
                                        "postgresql.logs says it, too",
                                        "его же задаёт postgresql.logs");
                            }
                        });
                    }),
            ClusterRule.warning(893, "Sizes of log files without files", "Размеры файлов журнала без файлов")
                    .because(
                            "Without a directory Patroni writes into the system's journal, which has limits of its own.",
                            "Без каталога Patroni пишет в системный журнал, у которого собственные пределы.")
                    .mend(
                            "Write patroni.log.directory, or remove the sizes.",
                            "Укажите patroni.log.directory или уберите размеры.")
                    .example(FILES)
                    .reads("patroni.log")
                    .check((cluster, findings) -> {
                        PatroniLog log = cluster.patroni().log();
                        if (log.directory() == null && (log.fileSize() != null || log.files() != null)) {
                            findings.report(
                                    "patroni.log",
                                    "fileSize and files have no effect without directory",
                                    "без directory ключи fileSize и files не действуют");
                        }
                    }),
            ClusterRule.error(
                            894,
                            "Patroni's log files are outside of their limits",
                            "Файлы журнала Patroni вне допустимых пределов")
                    .because(
                            "With files of 0 bytes or none kept, Patroni never begins a new file, and the one fills the disk.",
                            "При размере 0 или без хранимых файлов Patroni не начинает новый файл, и единственный "
                                    + "заполнит диск.")
                    .mend(
                            "Write fileSize from 1MB to 10GB and files from 1 to 1000.",
                            "Укажите fileSize от 1MB до 10GB и files от 1 до 1000.")
                    .example(FILES)
                    .readsEach("patroni.log.fileSize", "patroni.log.files")
                    .check((cluster, findings) -> {
                        PatroniLog log = cluster.patroni().log();
                        MemorySize size = log.sizeOfFile();
                        if (findings.known("patroni.log.fileSize")
                                && (size.compareTo(LEAST_SIZE) < 0 || size.compareTo(MOST_SIZE) > 0)) {
                            findings.report(
                                    "patroni.log.fileSize",
                                    size + " is not within 1MB to 10GB",
                                    size + " не от 1MB до 10GB");
                        }
                        if (findings.known("patroni.log.files")
                                && (log.fullFiles() < 1 || log.fullFiles() > MOST_FILES)) {
                            findings.report(
                                    "patroni.log.files",
                                    log.fullFiles() + " is not within 1 to " + MOST_FILES,
                                    log.fullFiles() + " не от 1 до " + MOST_FILES);
                        }
                    }));

    private StorageRules() {}

    /** With tablespaces it is not known how much of the databases is on this disk. */
    private static boolean unknownShare(Cluster cluster, DiskBudget disk) {
        return !cluster.postgresql().tablespaces().isEmpty()
                && disk.items().stream().anyMatch(item -> item.id().equals("data"));
    }

    /** Disks of which something is wrong, with their sums. */
    private static void disks(Derivation facts, RuleFindings findings, Predicate<DiskBudget> wrong) {
        Cluster cluster = facts.cluster();
        if (ResourceRules.budgeted(facts, findings).size()
                < cluster.nodesWith(NodeRole.POSTGRESQL).size()) {
            return; // Another rule reports the node without a plan.
        }
        NodeRules.each(cluster, (path, node) -> {
            if (node.has(NodeRole.POSTGRESQL)) {
                facts.tuning().disks(cluster, node).stream().filter(wrong).forEach(disk -> {
                    Text sum = disk.shortage();
                    Text message = Text.of(
                            sum.en() + "\n" + disk.sum(Language.EN).stripTrailing(),
                            sum.ru() + "\n" + disk.sum(Language.RU).stripTrailing());
                    Text remedy = DiskRemedy.remedy(cluster, node, disk);
                    if (unknownShare(cluster, disk)) {
                        findings.report(Severity.WARNING, path, message, remedy);
                    } else {
                        findings.report(path, message, remedy);
                    }
                });
            }
        });
    }

    private interface Check {
        void name(String path, SqlName name);
    }

    private static void each(Cluster cluster, Check check) {
        for (int i = 0; i < cluster.postgresql().tablespaces().size(); i++) {
            check.name(
                    "postgresql.tablespaces[" + i + "].name",
                    cluster.postgresql().tablespaces().get(i).name());
        }
    }
}
