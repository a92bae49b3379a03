package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.patroni.MemberTags;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags of a member. A reload of Patroni changes them.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#tags">Patroni: tags</a>
 */
final class Tags {

    private Tags() {}

    static void write(PlanContext context, Node node, YamlText yaml) {
        MemberTags tags = node.tags();
        if (tags.failoverPriority() == null) {
            yaml.comment(context.say(
                            "nofailover: a member that never becomes leader.",
                            "nofailover: член, который никогда не становится лидером."))
                    .put("nofailover", !node.failover());
        } else {
            yaml.comment(context.say(
                            "Patroni takes no nofailover beside a priority.",
                            "Рядом с приоритетом nofailover не указывают."))
                    .put("failover_priority", tags.failoverPriority());
        }
        if (tags.noLoadBalance()) {
            yaml.comment(context.say(
                            "/replica is 503 here: HAProxy's port for reading leaves the member out.",
                            "/replica здесь отвечает 503: порт HAProxy для чтения на этот член не ведёт."))
                    .put("noloadbalance", true);
        }
        if (tags.cloneFrom()) {
            yaml.comment(context.say("New standbys are copied from here.", "Новые реплики копируются с этого члена."))
                    .put("clonefrom", true);
        }
        if (tags.noSync()) {
            yaml.comment(context.say("Never the synchronous standby.", "Никогда не синхронная реплика."))
                    .put("nosync", true);
        }
        if (tags.replicateFrom() != null) {
            yaml.comment(context.say(
                            "WAL comes from this member while it runs, else from the leader.",
                            "WAL приходит от этого члена, пока он работает, иначе от лидера."))
                    .put("replicatefrom", tags.replicateFrom().toString());
        }
    }

    /** The section on members that differ from the others. */
    static void section(DocumentContext context, Markdown page) {
        List<Text> lines = new ArrayList<>();
        context.postgresql().forEach(node -> lines.addAll(lines(context, node)));
        if (!lines.isEmpty()) {
            page.section(Text.of("Members with tags", "Члены с тегами")).bullets(lines);
        }
    }

    private static List<Text> lines(DocumentContext context, Node node) {
        MemberTags tags = node.tags();
        String name = code(node.name());
        List<Text> lines = new ArrayList<>();
        if (tags.failoverPriority() != null) {
            lines.add(Text.of(
                    name + ": priority " + tags.failoverPriority()
                            + ". Of the standbys that have received as much WAL the"
                            + " one with the largest priority takes over; 1 where none is given.",
                    name + ": приоритет " + tags.failoverPriority()
                            + ". Из реплик, получивших одинаковое количество WAL,"
                            + " лидером становится та, у которой он больше; без указания он равен 1."));
        }
        if (tags.noLoadBalance()) {
            lines.add(Text.of(
                    name + " serves no reader of the port for reading (`noloadbalance`) while it is a standby.",
                    name + ", пока это реплика, не обслуживает порт для чтения (`noloadbalance`)."));
        }
        if (tags.cloneFrom()) {
            lines.add(Text.of(
                    "A new copy of a member is taken from " + name + " (`clonefrom`), from the leader while that one is"
                            + " away: the leader's disk and network have no load of it.",
                    "Новая копия члена снимается с " + name + " (`clonefrom`), а пока его нет — с лидера: диск и сеть"
                            + " лидера этим не нагружены."));
        }
        if (tags.noSync() && context.cluster().objectives().synchronous()) {
            lines.add(Text.of(
                    name + " is never synchronous (`nosync`): no commit waits for it, and it does not take over by"
                            + " itself.",
                    name + " не бывает синхронной репликой (`nosync`): фиксация его не ждёт, и сам он лидером не"
                            + " становится."));
        }
        if (tags.replicateFrom() != null) {
            String source = code(tags.replicateFrom());
            lines.add(Text.of(
                    name + " gets its WAL from " + source
                            + " (`replicatefrom`), from the leader while that one is away;"
                            + " it lags behind by both ways together, and is synchronous only when " + source
                            + " leads.",
                    name + " получает WAL от " + source + " (`replicatefrom`), а пока его нет — от лидера; отставание"
                            + " складывается из обоих путей, и синхронной эта реплика бывает, только когда лидер — "
                            + source + "."));
        }
        return lines;
    }
}
