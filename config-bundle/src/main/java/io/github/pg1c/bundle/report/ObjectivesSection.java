package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.derived.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Objectives of the cluster and the sums behind them. */
final class ObjectivesSection {

    private ObjectivesSection() {}

    static Html render(DocumentContext context, Entries entries) {
        List<List<Html>> rows = new ArrayList<>();
        rows.add(rpo(context));
        rows.add(rto(context));
        rows.addAll(texts(context, entries, Listing.OBJECTIVES));
        if (context.cluster().objectives().synchronous()) {
            rows.add(List.of(
                    Html.text(context.say("No standby left", "Реплик не осталось")),
                    Html.code(context.cluster()
                            .objectives()
                            .withoutStandby()
                            .name()
                            .toLowerCase(Locale.ROOT)),
                    Html.text(context.say(context.withoutStandby()).replace("`", ""))));
        }
        Html promises = Html.table(
                List.of(
                        context.say("Objective", "Цель"),
                        context.say("Value", "Значение"),
                        context.say("From", "Откуда следует")),
                rows);
        return Html.all(List.of(promises, timing(context, entries), connections(context, entries)));
    }

    private static List<Html> rpo(DocumentContext context) {
        Objectives objectives = context.cluster().objectives();
        return List.of(
                Html.text(context.say("Loss of acknowledged data (RPO)", "Потеря подтверждённых данных (RPO)")),
                Html.code(objectives.rpo()),
                Html.text(
                        objectives.synchronous()
                                ? context.say(
                                        "synchronous replication: a commit waits for one standby",
                                        "синхронная репликация: фиксация ждёт одну реплику")
                                : context.say(
                                        "asynchronous replication: a standby further behind never leads",
                                        "асинхронная репликация: реплика с большим отставанием не станет лидером")));
    }

    private static List<Html> rto(DocumentContext context) {
        long objective = context.cluster().objectives().rto().toSeconds();
        long worst = context.timing().worstCase(context.cluster()).toSeconds();
        return List.of(
                Html.text(context.say(
                        "Time without a writable leader (RTO)", "Время без доступного для записи лидера (RTO)")),
                Html.text(worst
                        + context.say(" s at worst, objective ", " с в худшем случае, цель ")
                        + objective
                        + context.say(" s", " с")),
                Html.text(context.say(context.timing().formula(context.cluster()))));
    }

    private static Html timing(DocumentContext context, Entries entries) {
        Timing timing = context.timing();
        List<List<Html>> rows = new ArrayList<>();
        rows.add(interval("ttl", timing.ttl()));
        rows.add(interval("loop_wait", timing.loopWait()));
        rows.add(interval("retry_timeout", timing.retryTimeout()));
        rows.add(interval("primary_start_timeout", timing.primaryStartTimeout()));
        rows.addAll(texts(context, entries, Listing.INTERVALS));
        return Html.table(List.of(context.say("Interval", "Интервал"), context.say("Value", "Значение")), rows);
    }

    private static List<Html> interval(String name, Duration interval) {
        return List.of(Html.code(name), Html.text(interval.toSeconds() + " s"));
    }

    private static Html connections(DocumentContext context, Entries entries) {
        List<Html> lines = new ArrayList<>();
        lines.add(Html.paragraph(context.say(context.plan().connections().formula())));
        entries.items(Listing.CONNECTION_BUDGET).forEach(line -> lines.add(Html.paragraph(context.say(line))));
        return Html.all(lines);
    }

    private static List<List<Html>> texts(DocumentContext context, Entries entries, Listing listing) {
        return entries.rows(context, listing).stream()
                .map(row -> row.stream().map(Html::text).toList())
                .toList();
    }
}
