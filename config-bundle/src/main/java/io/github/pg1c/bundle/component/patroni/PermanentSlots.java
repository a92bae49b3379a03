package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.postgresql.PsqlCommand;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.CopySlot;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.patroni.IgnoredSlots;
import io.github.pg1c.model.patroni.PermanentSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots besides those of members. Patroni drops a slot that it does not know unless {@code ignore_slots} matches it;
 * it makes, copies and advances those of {@code slots}. A slot that is in both is treated as one of {@code slots}:
 * {@code ignore_slots} is asked only about slots that are not wanted, and about wanted ones that are lost.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: dynamic configuration</a>
 */
final class PermanentSlots {

    private PermanentSlots() {}

    static void write(PlanContext context, YamlText yaml) {
        ignored(context, yaml);
        List<PermanentSlot> slots = context.cluster().patroni().slots();
        List<Database> copied = context.cluster().databases().stream()
                .filter(database -> !database.copySlots().isEmpty())
                .toList();
        boolean copies = context.cluster().workload().databaseCopies() && !copied.isEmpty();
        if (!copies && slots.isEmpty()) {
            return;
        }
        boolean logical = copies || slots.stream().anyMatch(PermanentSlot::logical);
        yaml.comment(
                        logical
                                ? context.say(
                                        "Patroni makes these, keeps a copy on each member that may lead, and sets"
                                                + " hot_standby_feedback there.",
                                        "Эти слоты Patroni создаёт, держит их копию на каждом члене, который может стать"
                                                + " лидером, и включает там hot_standby_feedback.")
                                : context.say(
                                        "Patroni makes these and drops none of them.",
                                        "Эти слоты Patroni создаёт и не удаляет."))
                .section("slots", section -> {
                    if (copies) {
                        copied.forEach(database -> database.copySlots().forEach(slot -> copy(section, database, slot)));
                    }
                    slots.forEach(slot -> own(section, slot));
                });
    }

    private static void copy(YamlText yaml, Database database, CopySlot slot) {
        yaml.section(
                slot.name().value(),
                permanent -> permanent
                        .put("type", "logical")
                        .put("database", database.name().value())
                        .put("plugin", slot.plugin().value()));
    }

    private static void own(YamlText yaml, PermanentSlot slot) {
        yaml.section(slot.name().value(), permanent -> {
            permanent.put("type", slot.type().id());
            if (slot.database() != null) {
                permanent.put("database", slot.database().value());
            }
            if (slot.plugin() != null) {
                permanent.put("plugin", slot.plugin().value());
            }
        });
    }

    private static void ignored(PlanContext context, YamlText yaml) {
        List<Map<String, String>> matches = new ArrayList<>();
        if (context.cluster().workload().databaseCopies()) {
            yaml.comment(context.say(
                    "Logical slots are those of database copies: Patroni drops none of them.",
                    "Логические слоты принадлежат копиям баз данных: Patroni их не удаляет."));
            matches.add(Map.of("type", "logical"));
        }
        List<IgnoredSlots> own = context.cluster().patroni().ignoreSlots();
        if (!own.isEmpty()) {
            yaml.comment(context.say(
                    "Others make and drop these slots: Patroni leaves them alone.",
                    "Эти слоты создают и удаляют другие: Patroni их не трогает."));
            own.forEach(slots -> matches.add(match(slots)));
        }
        if (!matches.isEmpty()) {
            yaml.sections("ignore_slots", matches);
        }
    }

    private static Map<String, String> match(IgnoredSlots slots) {
        Map<String, String> match = new LinkedHashMap<>();
        if (slots.name() != null) {
            match.put("name", slots.name().value());
        }
        if (slots.type() != null) {
            match.put("type", slots.type().id());
        }
        if (slots.database() != null) {
            match.put("database", slots.database().value());
        }
        if (slots.plugin() != null) {
            match.put("plugin", slots.plugin().value());
        }
        return match;
    }

    /** The section on slots for readers outside of the cluster. */
    static void section(DocumentContext context, Markdown page) {
        List<PermanentSlot> slots = context.cluster().patroni().slots();
        List<IgnoredSlots> ignored = context.cluster().patroni().ignoreSlots();
        if (slots.isEmpty() && ignored.isEmpty()) {
            return;
        }
        page.section(Text.of("Replication slots for others", "Слоты репликации для других"));
        if (!slots.isEmpty()) {
            page.table(
                    List.of(
                            Text.of("slot", "слот"),
                            Text.of("kind", "вид"),
                            Text.of("database", "база"),
                            Text.of("plugin", "модуль")),
                    slots.stream()
                            .map(slot -> List.of(
                                    code(slot.name()),
                                    code(slot.type().id()),
                                    slot.database() == null ? "—" : code(slot.database()),
                                    slot.plugin() == null ? "—" : code(slot.plugin())))
                            .toList());
            page.bullets(facts(context, slots));
        }
        if (!ignored.isEmpty()) {
            page.paragraph(Text.of(
                    "Patroni leaves slots alone that match `ignore_slots`. They exist on the member where they were made,"
                            + " and nobody moves them to the next leader.",
                    "Слоты, подходящие под `ignore_slots`, Patroni не трогает. Они есть на том члене, где созданы, и к"
                            + " новому лидеру их никто не переносит."));
        }
        page.on(
                        Markdown.atEach(context.postgresql()),
                        PsqlCommand.local(
                                context,
                                "-c \"SELECT slot_name, slot_type, active, wal_status, restart_lsn FROM"
                                        + " pg_replication_slots\""))
                .expect(Text.of(
                        "each slot of the table on the leader, with its reader `active`; no `lost`.",
                        "каждый слот таблицы — на лидере, получатель `active`; `lost` нет."));
    }

    private static List<Text> facts(DocumentContext context, List<PermanentSlot> slots) {
        List<Text> facts = new ArrayList<>();
        boolean physical = slots.stream().anyMatch(slot -> !slot.logical());
        if (physical && context.layout().versions().patroni().atLeast(3, 2)) {
            facts.add(Text.of(
                    "A physical slot is on each member that may lead, and Patroni moves it forward there: after a change"
                            + " of the leader its reader finds the WAL that it has not had.",
                    "Физический слот есть на каждом члене, который может стать лидером, и Patroni продвигает его там: после"
                            + " смены лидера получатель найдёт WAL, которого у него ещё нет."));
        } else if (physical) {
            facts.add(Text.of(
                    "This version of Patroni makes a physical slot on the leader only: after a change of the leader it is"
                            + " made anew, and WAL from before may be missing. From Patroni 3.2 on the standbys have it, too.",
                    "Эта версия Patroni создаёт физический слот только на лидере: после смены лидера он создаётся заново,"
                            + " и прежнего WAL может не быть. Начиная с Patroni 3.2 слот есть и на репликах."));
        }
        facts.add(Text.of(
                "A slot that nobody reads keeps WAL up to `max_slot_wal_keep_size`; beyond that it is `lost`, and its reader"
                        + " has to begin anew.",
                "Слот, который никто не читает, удерживает WAL до `max_slot_wal_keep_size`; сверх этого он становится"
                        + " `lost`, и получателю придётся начать заново."));
        return facts;
    }
}
