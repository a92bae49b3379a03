package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.CopySlot;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Rules of copies of databases and their slots. */
final class CopyRules {

    private static final String SLOT = "{name: dbcopies_slot, plugin: dbcopies_decoding}";
    private static final String EXAMPLE = "workload: {connections: 200, databaseCopies: true}\ndatabases:\n"
            + "  - {name: zup, owner: zup, copySlots: [" + SLOT + "]}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(821, "Duplicate slot", "Повторный слот")
                    .because(
                            "A slot's name is unique in the whole cluster, not only in its database: one of the two "
                                    + "would not exist.",
                            "Имя слота единственно во всём кластере, а не только в базе: одного из двух не будет.")
                    .mend("Give each slot another name.", "Дайте каждому слоту своё имя.")
                    .example(EXAMPLE)
                    .readsEach("databases[*].copySlots[*].name")
                    .check((cluster, findings) -> {
                        Set<SlotName> seen = new HashSet<>();
                        each(cluster, (path, slot) -> {
                            if (findings.known(path + ".name") && !seen.add(slot.name())) {
                                findings.report(
                                        path + ".name",
                                        "slot '" + slot.name() + "' is described twice",
                                        "слот «" + slot.name() + "» описан дважды");
                            }
                        });
                    }),
            ClusterRule.error(822, "A slot has the name of a member's slot", "Имя слота занято слотом члена кластера")
                    .because(
                            "Patroni keeps a physical slot for each member, named after it with '_' for '-', and does "
                                    + "not make a logical one of the same name.",
                            "Patroni держит для каждого члена физический слот с его именем, где вместо «-» стоит «_», "
                                    + "и логический с тем же именем не создаёт.")
                    .mend("Choose another name.", "Выберите другое имя.")
                    .example(EXAMPLE)
                    .readsEach("databases[*].copySlots[*].name", "nodes[*].name", "nodes[*].roles")
                    .check((cluster, findings) -> each(cluster, (path, slot) -> {
                        for (int i = 0; i < cluster.nodes().size(); i++) {
                            Node node = cluster.nodes().get(i);
                            if (findings.known(path + ".name", KeyPaths.node(i) + ".name", KeyPaths.node(i) + ".roles")
                                    && node.has(NodeRole.POSTGRESQL)
                                    && slot.name()
                                            .value()
                                            .equals(node.name().value().replace('-', '_'))) {
                                findings.report(
                                        path + ".name",
                                        "'" + slot.name() + "' is the slot of member " + node.name(),
                                        "«" + slot.name() + "» — слот члена " + node.name());
                            }
                        }
                    })),
            ClusterRule.error(823, "Slots of copies without copies", "Слоты копий без копий")
                    .because(
                            "Without workload.databaseCopies wal_level is replica, and PostgreSQL makes no logical "
                                    + "slot.",
                            "Без workload.databaseCopies параметр wal_level равен replica, и логический слот "
                                    + "PostgreSQL не создаст.")
                    .mend(
                            "Write databaseCopies: true in 'workload', or remove copySlots.",
                            "Укажите databaseCopies: true в «workload» или уберите copySlots.")
                    .example(EXAMPLE)
                    .reads("workload.databaseCopies")
                    .readsEach("databases[*].copySlots")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.databases().size(); i++) {
                            String path = path(i);
                            if (!cluster.workload().databaseCopies()
                                    && findings.known(path)
                                    && !cluster.databases().get(i).copySlots().isEmpty()) {
                                findings.report(
                                        path,
                                        "workload.databaseCopies is false",
                                        "workload.databaseCopies равен false");
                            }
                        }
                    }),
            ClusterRule.error(824, "The slots do not fit", "Слоты не умещаются")
                    .because(
                            "Each other member needs a slot on the leader, too; what exceeds max_replication_slots is "
                                    + "not made, and a reader that finds no free one of max_wal_senders is refused.",
                            "На лидере нужен слот и каждому из остальных членов; что сверх max_replication_slots, не "
                                    + "создаётся, а получатель, которому не хватило max_wal_senders, получит отказ.")
                    .mend(
                            "Raise max_replication_slots and max_wal_senders in postgresql.parameters, or remove slots.",
                            "Увеличьте max_replication_slots и max_wal_senders в postgresql.parameters или уберите слоты.")
                    .example(EXAMPLE)
                    .reads(Stream.concat(Stream.of(ResourceRules.READS), Stream.of("databases", "patroni.slots"))
                            .toList())
                    .readsEach(ResourceRules.FIGURES)
                    .checkDerived(CopyRules::room),
            ClusterRule.warning(825, "No slot of a copy survives a switchover", "Слот копии не переживёт переключения")
                    .because(
                            "A logical slot that the specification does not name exists on the present leader alone. "
                                    + "After a switchover or a failover the new leader does not have it, the copy gets "
                                    + "nothing more and has to be made anew; the slot left behind keeps WAL on the "
                                    + "former leader up to max_slot_wal_keep_size.",
                            "Логический слот, не указанный в описании, есть только на текущем лидере. После "
                                    + "переключения или аварии у нового лидера его нет, копия больше ничего не получит, "
                                    + "и её придётся создать заново; оставшийся слот удерживает WAL на прежнем лидере "
                                    + "до max_slot_wal_keep_size.")
                    .mend(
                            "Name the slots: copySlots: [" + SLOT + "] at the database.",
                            "Укажите слоты: copySlots: [" + SLOT + "] у базы.")
                    .example(EXAMPLE)
                    .reads("workload.databaseCopies", "databases", "nodes[*].roles")
                    .check((cluster, findings) -> {
                        if (cluster.workload().databaseCopies()
                                && cluster.nodesWith(NodeRole.POSTGRESQL).size() > 1
                                && cluster.databases().stream()
                                        .allMatch(
                                                database -> database.copySlots().isEmpty())) {
                            findings.report(
                                    "workload.databaseCopies",
                                    Text.of("no database names a slot", "ни у одной базы не указан слот"),
                                    line(cluster));
                        }
                    }));

    private CopyRules() {}

    /** The line to write, for a database that there is. */
    private static Text line(Cluster cluster) {
        String line = cluster.databases().stream()
                .findFirst()
                .map(database ->
                        "- {name: " + database.name() + ", owner: " + database.owner() + ", copySlots: [" + SLOT + "]}")
                .orElse("copySlots: [" + SLOT + "]");
        return Text.of(
                "write '" + line + "' with the slot and the plugin that the copy uses",
                "напишите «" + line + "» со слотом и модулем, которые использует копия");
    }

    private static void room(Derivation facts, RuleFindings findings) {
        Cluster cluster = facts.cluster();
        int slots = cluster.databases().stream()
                        .mapToInt(database -> database.copySlots().size())
                        .sum()
                + PatroniRules.places(cluster);
        int needed = slots + cluster.nodesWith(NodeRole.POSTGRESQL).size() - 1;
        if (slots == 0) {
            return;
        }
        for (Map.Entry<String, TuningInput> node :
                ResourceRules.budgeted(facts, findings).entrySet()) {
            for (String limit : List.of("max_replication_slots", "max_wal_senders")) {
                int places = facts.plan(node.getValue())
                        .value(limit)
                        .map(Integer::valueOf)
                        .orElse(Integer.MAX_VALUE);
                if (needed > places) {
                    findings.report(
                            node.getKey(),
                            needed + " slots are needed, " + limit + " is " + places,
                            "нужно слотов: " + needed + ", " + limit + ": " + places);
                    break;
                }
            }
        }
    }

    private static void each(Cluster cluster, BiConsumer<String, CopySlot> check) {
        List<Database> databases = cluster.databases();
        for (int i = 0; i < databases.size(); i++) {
            List<CopySlot> slots = databases.get(i).copySlots();
            for (int j = 0; j < slots.size(); j++) {
                check.accept(path(i) + "[" + j + "]", slots.get(j));
            }
        }
    }

    private static String path(int database) {
        return "databases[" + database + "].copySlots";
    }
}
