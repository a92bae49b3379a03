package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.derived.Timing;
import java.util.ArrayList;
import java.util.List;

/** What the cluster promises and the sums behind the promises. */
final class ObjectivesSection {

    private ObjectivesSection() {}

    static Html render(Facts facts) {
        List<List<Html>> rows = new ArrayList<>();
        rows.add(rpo(facts));
        rows.add(rto(facts));
        rows.add(List.of(
                Html.text(facts.say("Loss of etcd members", "Потеря членов etcd")),
                Html.text(facts.say("up to ", "до ")
                        + facts.quorum().survives()
                        + facts.say(" of ", " из ")
                        + facts.quorum().members()),
                Html.text(facts.say(facts.quorum().formula()))));
        if (facts.cluster().objectives().synchronous()) {
            rows.add(List.of(
                    Html.text(facts.say("No standby left", "Реплик не осталось")),
                    Html.code(
                            facts.cluster().objectives().withoutStandby().name().toLowerCase(java.util.Locale.ROOT)),
                    Html.text(facts.say(SurvivalChapter.withoutStandby(
                                    facts.cluster().objectives()))
                            .replace("`", ""))));
        }
        Html promises = Html.table(
                List.of(
                        facts.say("Objective", "Цель"),
                        facts.say("Value", "Значение"),
                        facts.say("From", "Откуда следует")),
                rows);
        return Html.all(List.of(promises, timing(facts), connections(facts)));
    }

    private static List<Html> rpo(Facts facts) {
        Objectives objectives = facts.cluster().objectives();
        return List.of(
                Html.text(facts.say("Loss of acknowledged data (RPO)", "Потеря подтверждённых данных (RPO)")),
                Html.code(objectives.rpo()),
                Html.text(
                        objectives.synchronous()
                                ? facts.say(
                                        "synchronous replication: a commit waits for one standby",
                                        "синхронная репликация: фиксация ждёт одну реплику")
                                : facts.say(
                                        "asynchronous replication: a standby further behind never leads",
                                        "асинхронная репликация: реплика с большим отставанием не станет лидером")));
    }

    private static List<Html> rto(Facts facts) {
        long objective = facts.cluster().objectives().rto().toSeconds();
        long worst = facts.timing().worstCase(facts.cluster()).toSeconds();
        return List.of(
                Html.text(facts.say(
                        "Time without a writable leader (RTO)", "Время без доступного для записи лидера (RTO)")),
                Html.text(worst
                        + facts.say(" s at worst, objective ", " с в худшем случае, цель ")
                        + objective
                        + facts.say(" s", " с")),
                Html.text(facts.say(facts.timing().formula(facts.cluster()))));
    }

    private static Html timing(Facts facts) {
        Timing timing = facts.timing();
        return Html.table(
                List.of(facts.say("Interval", "Интервал"), facts.say("Value", "Значение")),
                List.of(
                        List.of(Html.code("ttl"), Html.text(timing.ttl().toSeconds() + " s")),
                        List.of(
                                Html.code("loop_wait"),
                                Html.text(timing.loopWait().toSeconds() + " s")),
                        List.of(
                                Html.code("retry_timeout"),
                                Html.text(timing.retryTimeout().toSeconds() + " s")),
                        List.of(
                                Html.text(facts.say("etcd heartbeat", "сигнал лидера etcd")),
                                Html.text(facts.cluster().etcd().heartbeat().toMillis() + " ms")),
                        List.of(
                                Html.text(facts.say("HAProxy check", "проверка HAProxy")),
                                Html.text("inter " + timing.checkInterval().toMillis() + " ms, fall "
                                        + timing.checkFall() + ", rise " + timing.checkRise()))));
    }

    private static Html connections(Facts facts) {
        List<Html> lines = new ArrayList<>();
        lines.add(Html.paragraph(facts.say(facts.plan().connections().formula())));
        if (facts.pooled()) {
            facts.postgresql().stream()
                    .map(node -> facts.say(facts.tuning().of(node.name()).pool().reason()))
                    .distinct()
                    .forEach(reason -> lines.add(Html.paragraph("PgBouncer: " + reason)));
        }
        return Html.all(lines);
    }
}
