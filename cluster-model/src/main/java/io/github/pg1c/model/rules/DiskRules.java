package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.remedy.DiskRemedy;
import io.github.pg1c.tuning.plan.DiskBudget;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules of the disks of databases and WAL. */
final class DiskRules {

    private static final String[] READS = Stream.concat(
                    Stream.of(ResourceRules.READS),
                    Stream.of("postgresql.walDirectory", "postgresql.tablespaces", "etcd.quota"))
            .toArray(String[]::new);
    private static final String EXAMPLE =
            "resources: {memory: 16GB, cpus: 6, disk: ssd, walDisk: 100GB}\nworkload: {connections: 200, databaseSize: 50GB}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(413, "Databases and WAL do not fit on their disk", "Базы и WAL не умещаются на диске")
                    .because(
                            "With a full data disk the leader refuses writes; with a full WAL disk PostgreSQL stops.",
                            "С полным диском данных лидер отказывает в записи; с полным диском WAL PostgreSQL "
                                    + "останавливается.")
                    .mend(
                            "Give a larger disk, or correct workload.databaseSize.",
                            "Дайте диск больше или исправьте workload.databaseSize.")
                    .example(EXAMPLE)
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
                    .example(EXAMPLE)
                    .reads(READS)
                    .readsEach(ResourceRules.FIGURES)
                    .checkDerived(
                            (facts, findings) -> disks(facts, findings, disk -> disk.fits() && !disk.headroomFits())));

    private DiskRules() {}

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
}
