package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.patroni.FormerLeader;
import io.github.pg1c.model.patroni.IgnoredSlots;
import io.github.pg1c.model.patroni.PermanentSlot;
import io.github.pg1c.model.patroni.SlotType;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Rules of slots that Patroni keeps or leaves alone, of new copies, and of a former leader's way back. */
final class PatroniRules {

    private static final String PHYSICAL = "patroni: {slots: [{name: archive}]}";
    private static final String LOGICAL = "workload: {connections: 200, databaseCopies: true}\n"
            + "patroni: {slots: [{name: feed, type: logical, database: zup, plugin: pgoutput}]}";
    private static final String REMOVAL =
            "objectives: {rpo: 0}\npatroni: {formerLeader: {removeOnRewindFailure: true}}";
    private static final String IGNORED = "patroni: {ignoreSlots: [{name: backup, type: physical}]}";
    private static final Set<String> ALWAYS = Set.of("postgres", "template1");

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(831, "A permanent slot has a name that is taken", "Имя постоянного слота занято")
                    .because(
                            "A slot's name is unique in the whole cluster, among slots of copies, too: one of the two "
                                    + "would not exist.",
                            "Имя слота единственно во всём кластере, в том числе среди слотов копий: одного из двух не "
                                    + "будет.")
                    .mend("Give each slot another name.", "Дайте каждому слоту своё имя.")
                    .example(PHYSICAL)
                    .reads("databases[*].copySlots[*].name")
                    .readsEach("patroni.slots[*].name")
                    .check((cluster, findings) -> {
                        Set<SlotName> seen = new HashSet<>();
                        cluster.databases()
                                .forEach(database -> database.copySlots().forEach(slot -> seen.add(slot.name())));
                        each(cluster, (path, slot) -> {
                            if (findings.known(path + ".name") && !seen.add(slot.name())) {
                                findings.report(
                                        path + ".name",
                                        "slot '" + slot.name() + "' is described twice",
                                        "слот «" + slot.name() + "» описан дважды");
                            }
                        });
                    }),
            ClusterRule.error(
                            832,
                            "A logical slot has the name of a member's slot",
                            "Имя логического слота занято слотом члена кластера")
                    .because(
                            "Patroni keeps a physical slot for each member, named after it with '_' for '-', and does "
                                    + "not make a logical one of the same name.",
                            "Patroni держит для каждого члена физический слот с его именем, где вместо «-» стоит «_», "
                                    + "и логический с тем же именем не создаёт.")
                    .mend("Choose another name.", "Выберите другое имя.")
                    .example(LOGICAL)
                    .readsEach("nodes[*].name", "nodes[*].roles", "patroni.slots[*].name", "patroni.slots[*].type")
                    .check((cluster, findings) -> each(cluster, (path, slot) -> {
                        if (slot.logical()
                                && findings.known(path + ".name", path + ".type")
                                && ofMembers(cluster, findings)
                                        .contains(slot.name().value())) {
                            findings.report(
                                    path + ".name",
                                    "'" + slot.name() + "' is the slot of a member",
                                    "«" + slot.name() + "» — слот члена кластера");
                        }
                    })),
            ClusterRule.error(
                            833,
                            "A permanent slot lacks or has too much",
                            "У постоянного слота чего-то нет или есть лишнее")
                    .because(
                            "A logical slot belongs to one database and has one output plugin; a physical one has neither.",
                            "Логический слот принадлежит одной базе и имеет один модуль вывода; у физического нет ни того "
                                    + "ни другого.")
                    .mend(
                            "Write database and plugin at a logical slot, and none of them at a physical one.",
                            "Укажите database и plugin у логического слота и уберите их у физического.")
                    .example(LOGICAL)
                    .readsEach("patroni.slots[*]")
                    .check((cluster, findings) -> each(cluster, (path, slot) -> {
                        boolean both = slot.database() != null && slot.plugin() != null;
                        boolean none = slot.database() == null && slot.plugin() == null;
                        if (findings.known(path) && !(slot.logical() ? both : none)) {
                            findings.report(
                                    path,
                                    slot.logical()
                                            ? "logical slot '" + slot.name() + "' lacks database or plugin"
                                            : "physical slot '" + slot.name() + "' has database or plugin",
                                    slot.logical()
                                            ? "у логического слота «" + slot.name() + "» нет database или plugin"
                                            : "у физического слота «" + slot.name() + "» указаны database или plugin");
                        }
                    })),
            ClusterRule.error(834, "Logical slots without wal_level logical", "Логические слоты без wal_level logical")
                    .because(
                            "Otherwise wal_level is replica, and PostgreSQL makes no logical slot.",
                            "Иначе wal_level равен replica, и логический слот PostgreSQL не создаст.")
                    .mend(
                            "Write databaseCopies: true in 'workload' or wal_level: logical in postgresql.parameters, or "
                                    + "remove the slot.",
                            "Укажите databaseCopies: true в «workload» или wal_level: logical в postgresql.parameters либо "
                                    + "уберите слот.")
                    .example(LOGICAL)
                    .reads("workload.databaseCopies", "postgresql.parameters")
                    .readsEach("patroni.slots[*].type")
                    .check((cluster, findings) -> each(cluster, (path, slot) -> {
                        if (slot.logical() && findings.known(path + ".type") && !decodes(cluster)) {
                            findings.report(path + ".type", "wal_level is replica", "wal_level равен replica");
                        }
                    })),
            ClusterRule.error(835, "The slot's database is not described", "База слота не описана")
                    .because(
                            "Patroni tries at each turn to make the slot in a database that does not exist.",
                            "Patroni на каждом обороте пытается создать слот в базе, которой нет.")
                    .mend("Write the name of a database of 'databases'.", "Укажите имя базы из «databases».")
                    .example(LOGICAL + "\nroles: [{name: zup}]\ndatabases: [{name: zup, owner: zup}]")
                    .reads("databases[*].name")
                    .readsEach("patroni.slots[*].database")
                    .check((cluster, findings) -> each(cluster, (path, slot) -> {
                        if (slot.database() != null
                                && findings.known(path + ".database")
                                && !ALWAYS.contains(slot.database().value())
                                && cluster.databases().stream()
                                        .noneMatch(one -> one.name().equals(slot.database()))) {
                            findings.report(
                                    path + ".database",
                                    "'" + slot.database() + "' is no database of the cluster",
                                    "базы «" + slot.database() + "» в кластере нет");
                        }
                    })),
            ClusterRule.error(
                            836,
                            "ignoreSlots matches all slots, or none",
                            "ignoreSlots подходит ко всем слотам или ни к одному")
                    .because(
                            "An entry without any key matches every slot, those of members, too; a physical slot has no "
                                    + "database and no plugin.",
                            "Запись без ключей подходит к любому слоту, в том числе к слотам членов, а у физического слота "
                                    + "нет базы и модуля вывода.")
                    .mend(
                            "Write what the slots have in common: name, or type logical with database or plugin.",
                            "Укажите, что у слотов общего: name или type: logical с database или plugin.")
                    .example(IGNORED)
                    .readsEach("patroni.ignoreSlots[*]")
                    .check((cluster, findings) -> ignored(cluster, (path, slots) -> {
                        boolean none = slots.type() == SlotType.PHYSICAL
                                && (slots.database() != null || slots.plugin() != null);
                        if (findings.known(path) && (none || slots.everything())) {
                            findings.report(
                                    path,
                                    none ? "no physical slot has a database or a plugin" : "every slot matches",
                                    none ? "у физических слотов нет базы и модуля вывода" : "подходит любой слот");
                        }
                    })),
            ClusterRule.warning(
                            837, "Patroni would drop no physical slot", "Patroni не удалит ни одного физического слота")
                    .because(
                            "The slot of a member that is gone for good then keeps WAL up to max_slot_wal_keep_size until a "
                                    + "person drops it.",
                            "Тогда слот навсегда ушедшего члена удерживает WAL до max_slot_wal_keep_size, пока его не удалит "
                                    + "человек.")
                    .mend("Name the slots.", "Укажите имена слотов.")
                    .example(IGNORED)
                    .readsEach("patroni.ignoreSlots[*]")
                    .check((cluster, findings) -> ignored(cluster, (path, slots) -> {
                        if (findings.known(path)
                                && slots.equals(new IgnoredSlots(null, SlotType.PHYSICAL, null, null))) {
                            findings.report(
                                    path,
                                    "every physical slot matches, those of members, too",
                                    "подходит любой физический слот, в том числе слоты членов");
                        }
                    })),
            ClusterRule.error(
                            841,
                            "The rate of copies is outside of its limits",
                            "Скорость копирования вне допустимых пределов")
                    .because(
                            "pg_basebackup takes 32kB to 1024MB in a second, and ends with an error otherwise: no standby "
                                    + "could be made.",
                            "pg_basebackup принимает от 32kB до 1024MB в секунду, иначе завершается с ошибкой: реплику не "
                                    + "создать.")
                    .mend("Write 32kB to 1GB.", "Укажите от 32kB до 1GB.")
                    .example("patroni: {basebackup: {maxRate: 100MB}}")
                    .reads("patroni.basebackup.maxRate")
                    .check((cluster, findings) -> {
                        MemorySize rate = cluster.patroni().basebackup().maxRate();
                        if (rate != null
                                && (rate.compareTo(MemorySize.ofKilobytes(32)) < 0
                                        || rate.compareTo(MemorySize.ofGigabytes(1)) > 0)) {
                            findings.report(
                                    "patroni.basebackup.maxRate",
                                    "'" + rate + "' is not within 32kB and 1GB",
                                    "«" + rate + "» не в пределах 32kB–1GB");
                        }
                    }),
            ClusterRule.warning(
                            842, "Lost commits would be removed unseen", "Потерянные транзакции удалятся без осмотра")
                    .because(
                            "With an rpo above 0 a former leader may hold acknowledged commits that no other member has; "
                                    + "after the removal nobody can fetch them.",
                            "При rpo больше 0 на бывшем лидере могут быть подтверждённые транзакции, которых нет больше "
                                    + "нигде; после удаления их уже не достать.")
                    .mend(
                            "Leave the removal to a person: remove the key, or write rpo: 0.",
                            "Оставьте удаление человеку: уберите ключ или укажите rpo: 0.")
                    .example(REMOVAL)
                    .reads("objectives.rpo")
                    .readsEach(
                            "patroni.formerLeader.removeOnRewindFailure",
                            "patroni.formerLeader.removeOnDivergedTimelines")
                    .check((cluster, findings) -> {
                        FormerLeader leader = cluster.patroni().formerLeader();
                        if (!cluster.objectives().synchronous()) {
                            String rpo = cluster.objectives().rpo().toString();
                            removal(findings, "removeOnRewindFailure", leader.removeOnRewindFailure(), rpo);
                            removal(findings, "removeOnDivergedTimelines", leader.removeOnDivergedTimelines(), rpo);
                        }
                    }),
            ClusterRule.warning(
                            843, "A failure of pg_rewind that cannot be", "Неудача pg_rewind, которой не может быть")
                    .because(
                            "Without pg_rewind nothing fails; diverged timelines are what counts.",
                            "Без pg_rewind неудачи не бывает; важно лишь, что линии времени разошлись.")
                    .mend("Write removeOnDivergedTimelines instead.", "Укажите вместо него removeOnDivergedTimelines.")
                    .example("patroni: {formerLeader: {rewind: false, removeOnDivergedTimelines: true}}")
                    .reads("patroni.formerLeader")
                    .check((cluster, findings) -> {
                        FormerLeader leader = cluster.patroni().formerLeader();
                        if (!leader.rewind() && leader.removeOnRewindFailure() != null) {
                            findings.report(
                                    "patroni.formerLeader.removeOnRewindFailure",
                                    "rewind is false",
                                    "rewind равен false");
                        }
                    }),
            ClusterRule.warning(844, "A former leader stays outside", "Бывший лидер останется в стороне")
                    .because(
                            "It is neither rewound nor copied anew: after each failover that left a difference a person has "
                                    + "to reinitialise it, and until then the cluster has a standby less.",
                            "Его не перематывают и не копируют заново: после каждой аварии, оставившей расхождение, его "
                                    + "должен создать заново человек, а до тех пор в кластере одной репликой меньше.")
                    .mend(
                            "Write rewind: true, or removeOnDivergedTimelines: true.",
                            "Укажите rewind: true или removeOnDivergedTimelines: true.")
                    .example("patroni: {formerLeader: {rewind: false, removeOnDivergedTimelines: true}}")
                    .reads("patroni.formerLeader", "objectives.rpo")
                    .check((cluster, findings) -> {
                        FormerLeader leader = cluster.patroni().formerLeader();
                        if (!leader.rewind()
                                && !leader.removedOnDivergedTimelines(
                                        cluster.objectives().synchronous())) {
                            findings.report(
                                    "patroni.formerLeader.rewind",
                                    "rewind is false, and its data directory is not removed",
                                    "rewind равен false, а каталог данных не удаляется");
                        }
                    }));

    private PatroniRules() {}

    /** The slots that need a place of their own; a permanent one with a member's name is that member's. */
    static int places(Cluster cluster) {
        Set<String> members = new HashSet<>();
        cluster.nodesWith(NodeRole.POSTGRESQL).forEach(node -> members.add(slot(node)));
        return (int) cluster.patroni().slots().stream()
                .filter(slot -> !members.contains(slot.name().value()))
                .count();
    }

    /** The slots of the members whose name and roles could be read. */
    private static Set<String> ofMembers(Cluster cluster, RuleFindings findings) {
        Set<String> names = new HashSet<>();
        NodeRules.each(cluster, (path, node) -> {
            if (node.has(NodeRole.POSTGRESQL) && findings.known(path + ".name", path + ".roles")) {
                names.add(slot(node));
            }
        });
        return names;
    }

    private static String slot(Node node) {
        return node.name().value().replace('-', '_');
    }

    private static boolean decodes(Cluster cluster) {
        return cluster.workload().databaseCopies()
                || cluster.postgresql().parameters().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().equalsIgnoreCase("wal_level")
                                && entry.getValue().equalsIgnoreCase("logical"));
    }

    private static void each(Cluster cluster, BiConsumer<String, PermanentSlot> check) {
        List<PermanentSlot> slots = cluster.patroni().slots();
        for (int i = 0; i < slots.size(); i++) {
            check.accept("patroni.slots[" + i + "]", slots.get(i));
        }
    }

    private static void ignored(Cluster cluster, BiConsumer<String, IgnoredSlots> check) {
        List<IgnoredSlots> slots = cluster.patroni().ignoreSlots();
        for (int i = 0; i < slots.size(); i++) {
            check.accept("patroni.ignoreSlots[" + i + "]", slots.get(i));
        }
    }

    private static void removal(RuleFindings findings, String key, @Nullable Boolean removed, String rpo) {
        String path = "patroni.formerLeader." + key;
        if (Boolean.TRUE.equals(removed) && findings.known(path)) {
            findings.report(path, "rpo is " + rpo, "rpo равно " + rpo);
        }
    }
}
