package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.ansible.Task.arguments;
import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Task;
import io.github.pg1c.bundle.component.postgresql.PsqlCommand;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.CopySlot;
import io.github.pg1c.model.Database;
import java.util.ArrayList;
import java.util.List;

/** The slots of copies of databases: what becomes of them in operation. {@link PermanentSlots} writes them. */
final class CopySlots {

    private CopySlots() {}

    /**
     * Stops a change while a member still has a logical slot that the configuration has no room for: with it the server
     * would not start again.
     *
     * @param when condition for the look
     */
    static List<Task> gone(DocumentContext context, String when) {
        boolean logical = context.tuning()
                .of(context.first().name())
                .value("wal_level")
                .filter("logical"::equals)
                .isPresent();
        if (logical) {
            return List.of();
        }
        List<String> query = new ArrayList<>(PsqlCommand.local(context));
        query.addAll(List.of(
                "-XAtc", "SELECT string_agg(slot_name, ', ') FROM pg_replication_slots WHERE slot_type = 'logical'"));
        return List.of(
                Task.look(
                                context,
                                Text.of("Look for logical slots", "Найти логические слоты"),
                                query.toArray(String[]::new))
                        .with("register", "pg1c_slots")
                        .when(when),
                Task.call(
                                context,
                                Text.of("No logical slot is left", "Логических слотов не осталось"),
                                "assert",
                                arguments(
                                        "that",
                                        List.of("pg1c_slots.stdout | trim | length == 0"),
                                        "fail_msg",
                                        context.say(
                                                "With wal_level replica a server with these slots would not start: {{"
                                                        + " pg1c_slots.stdout }}. End the copies, take the slots out of"
                                                        + " the shared configuration, drop them on every member, and run"
                                                        + " again. Nothing was applied.",
                                                "При wal_level replica сервер с этими слотами не запустится: {{"
                                                        + " pg1c_slots.stdout }}. Завершите копии, уберите слоты из общей"
                                                        + " конфигурации, удалите их на каждом члене и запустите снова. Ничего"
                                                        + " не применено."),
                                        "quiet",
                                        true))
                        .when(when));
    }

    /** The chapter on databases: what becomes of copies. */
    static void chapter(DocumentContext context, Markdown page) {
        if (!context.cluster().workload().databaseCopies()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Database database : context.cluster().databases()) {
            for (CopySlot slot : database.copySlots()) {
                rows.add(List.of(code(slot.name()), code(database.name()), code(slot.plugin())));
            }
        }
        page.section(Text.of("Copies of databases", "Копии баз данных"));
        if (!rows.isEmpty()) {
            page.paragraph(Text.of(
                            "These logical slots survive a restart, a switchover and a failover. Patroni makes them on "
                                    + "the leader and copies them to each member that may lead; a standby that gets its "
                                    + "copy of a new slot is restarted for it, so name a slot in an agreed window.",
                            "Эти логические слоты переживают перезапуск, переключение и аварию. Patroni создаёт их на "
                                    + "лидере и копирует каждому члену, который может стать лидером; реплика, получая "
                                    + "копию нового слота, перезапускается, поэтому указывайте слот в согласованное "
                                    + "окно."))
                    .table(
                            List.of(Text.of("slot", "слот"), Text.of("database", "база"), Text.of("plugin", "модуль")),
                            rows);
        }
        String limit = context.tuning()
                .of(context.first().name())
                .value("max_slot_wal_keep_size")
                .orElse("");
        List<Text> facts = new ArrayList<>();
        facts.add(Text.of(
                "A logical slot that the specification does not name (`copySlots`) survives a restart of its server, "
                        + "not a change of leader: the new leader does not have it. Make the copy anew, and drop the slot "
                        + "that the former leader kept.",
                "Логический слот, не указанный в описании (`copySlots`), переживает перезапуск своего сервера, но не "
                        + "смену лидера: у нового лидера его нет. Создайте копию заново и удалите слот, оставшийся на "
                        + "прежнем лидере."));
        facts.add(Text.of(
                "A slot that nobody reads keeps WAL on the leader up to `max_slot_wal_keep_size` " + code(limit)
                        + " and the vacuum of the system catalogs back. Beyond that limit it is `lost`: drop it, and make "
                        + "the copy anew.",
                "Слот, который никто не читает, удерживает WAL на лидере до `max_slot_wal_keep_size` " + code(limit)
                        + " и очистку системных каталогов. Сверх этого предела он становится `lost`: удалите его и "
                        + "создайте копию заново."));
        facts.add(Text.of(
                "Before `workload.databaseCopies` becomes false: end the copies, take the slots out of the shared "
                        + "configuration and drop all of them. A server with a logical slot does not start with "
                        + "`wal_level` `replica`.",
                "Прежде чем `workload.databaseCopies` станет false: завершите копии, уберите слоты из общей конфигурации "
                        + "и удалите их все. С логическим слотом и `wal_level` `replica` сервер не запускается."));
        page.bullets(facts)
                .on(
                        Markdown.atEach(context.postgresql()),
                        PsqlCommand.local(
                                context,
                                "-c \"SELECT slot_name, database, plugin, active, wal_status FROM pg_replication_slots"
                                        + " WHERE slot_type = 'logical'\""))
                .expect(Text.of(
                        "each named slot on the leader and on each standby that may lead, `active` only on the leader, no "
                                + "`lost`.",
                        "каждый указанный слот — на лидере и на каждой реплике, которая может стать лидером; `active` "
                                + "только на лидере, `lost` нет."))
                .paragraph(Text.of(
                        "Take a slot out, where SLOT is its name: first out of what the members share, then on the member "
                                + "that still has it.",
                        "Убрать слот, где SLOT — его имя: сначала из общей конфигурации, затем на том члене, где он "
                                + "остался."))
                .commands(
                        PatronictlCommand.of(context, "edit-config", "-s slots.SLOT=null --force"),
                        PsqlCommand.local(context, "-c \"SELECT pg_drop_replication_slot('SLOT')\""));
    }

    /** The chapter on failover: what copies need afterwards. */
    static void failover(DocumentContext context, Markdown page) {
        if (!context.cluster().workload().databaseCopies() || context.alone()) {
            return;
        }
        page.section(Text.of("Copies of databases afterwards", "Копии баз данных после аварии"))
                .paragraph(Text.of(
                        "A copy whose slot the specification names goes on at the new leader. Patroni moves the slots of "
                                + "standbys once per turn, so the reader gets the last seconds again; after a failover "
                                + "right after a slot was made, look into the journal: `is safe to be used after a "
                                + "failover` must be there. A copy with another slot stops: "
                                + Topic.DATABASES.link().en() + ".",
                        "Копия, слот которой указан в описании, продолжается у нового лидера. Слоты реплик Patroni "
                                + "сдвигает раз за оборот, поэтому последние секунды получатель получит повторно; если "
                                + "авария случилась сразу после создания слота, посмотрите журнал: там должно быть `is "
                                + "safe to be used after a failover`. Копия с другим слотом останавливается: "
                                + Topic.DATABASES.link().ru() + "."))
                .on(
                        Markdown.atEach(context.postgresql()),
                        PatroniLogs.all(context.context()) + " | grep -F 'ogical slot' | tail");
    }
}
