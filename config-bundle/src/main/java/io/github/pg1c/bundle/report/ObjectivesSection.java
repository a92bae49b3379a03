package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.derived.Timing;
import java.util.ArrayList;
import java.util.List;

/** What the cluster promises and the sums behind the promises. */
final class ObjectivesSection {

    private ObjectivesSection() {}

    static Html render(DocumentContext context) {
        List<List<Html>> rows = new ArrayList<>();
        rows.add(rpo(context));
        rows.add(rto(context));
        rows.add(List.of(
                Html.text(context.say("Loss of etcd members", "Потеря членов etcd")),
                Html.text(context.say("up to ", "до ")
                        + context.quorum().survives()
                        + context.say(" of ", " из ")
                        + context.quorum().members()),
                Html.text(context.say(context.quorum().formula()))));
        if (context.cluster().objectives().synchronous()) {
            rows.add(List.of(
                    Html.text(context.say("No standby left", "Реплик не осталось")),
                    Html.code(context.cluster()
                            .objectives()
                            .withoutStandby()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)),
                    Html.text(context.say(context.withoutStandby()).replace("`", ""))));
        }
        Html promises = Html.table(
                List.of(
                        context.say("Objective", "Цель"),
                        context.say("Value", "Значение"),
                        context.say("From", "Откуда следует")),
                rows);
        return Html.all(List.of(promises, timing(context), connections(context)));
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

    private static Html timing(DocumentContext context) {
        Timing timing = context.timing();
        return Html.table(
                List.of(context.say("Interval", "Интервал"), context.say("Value", "Значение")),
                List.of(
                        List.of(Html.code("ttl"), Html.text(timing.ttl().toSeconds() + " s")),
                        List.of(
                                Html.code("loop_wait"),
                                Html.text(timing.loopWait().toSeconds() + " s")),
                        List.of(
                                Html.code("retry_timeout"),
                                Html.text(timing.retryTimeout().toSeconds() + " s")),
                        List.of(
                                Html.text(context.say("etcd heartbeat", "сигнал лидера etcd")),
                                Html.text(context.cluster().etcd().heartbeat().toMillis() + " ms")),
                        List.of(
                                Html.text(context.say("HAProxy check", "проверка HAProxy")),
                                Html.text("inter " + timing.checkInterval().toMillis() + " ms, fall "
                                        + timing.checkFall() + ", rise " + timing.checkRise()))));
    }

    private static Html connections(DocumentContext context) {
        List<Html> lines = new ArrayList<>();
        lines.add(Html.paragraph(context.say(context.plan().connections().formula())));
        if (context.pooled()) {
            context.postgresql().stream()
                    .map(node ->
                            context.say(context.tuning().of(node.name()).pool().reason()))
                    .distinct()
                    .forEach(reason -> lines.add(Html.paragraph("PgBouncer: " + reason)));
        }
        return Html.all(lines);
    }
}
