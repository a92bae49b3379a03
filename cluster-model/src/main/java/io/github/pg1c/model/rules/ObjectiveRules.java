package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.Patroni;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.value.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of the objectives, what may be lost and how long writing may stand still, and of the intervals they need. */
final class ObjectiveRules {

    /** What the timing of the cluster follows from. */
    static final String[] READS = {
        "patroni.ttl",
        "patroni.loopWait",
        "patroni.retryTimeout",
        "etcd.heartbeat",
        "etcd.electionTimeout",
        "objectives.rto",
        "nodes[*].roles"
    };

    private static final Duration MOST = Duration.ofHours(1);
    private static final String EXAMPLE = "patroni: {ttl: 45s, loopWait: 10s, retryTimeout: 15s}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            201,
                            "rpo 0 without a standby that may take over",
                            "rpo 0 без реплики, способной стать лидером")
                    .because(
                            "Nothing is lost only when a commit waits for a second server that may become leader and "
                                    + "gets its WAL from the leader itself.",
                            "Потерь не будет, только если фиксация ждёт второго сервера, который может стать лидером и "
                                    + "получает WAL от самого лидера.")
                    .mend(
                            "Add a second node with the role postgresql (and without 'failover: false', noSync and "
                                    + "replicateFrom), or allow a loss: rpo: 16MB.",
                            "Добавьте второй узел с ролью postgresql (без «failover: false», noSync и replicateFrom) "
                                    + "или допустите потерю: rpo: 16MB.")
                    .example("objectives: {rpo: 16MB}")
                    .reads("objectives.rpo", "nodes[*].roles", "nodes[*].failover", "nodes[*].tags")
                    .readsEach("nodes[*].name")
                    .check((cluster, findings) -> {
                        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
                        if (!cluster.objectives().synchronous() || members.isEmpty()) {
                            return;
                        }
                        long able =
                                members.stream().filter(Node::mayTakeOverInSync).count();
                        List<Node> alone = TagRules.withoutSynchronousStandby(cluster);
                        if (able < 2) {
                            findings.report(
                                    "objectives.rpo",
                                    "rpo is 0, but the PostgreSQL nodes that may become leader are " + able,
                                    "rpo равно 0, а узлов PostgreSQL, способных стать лидером: " + able);
                        } else if (!alone.isEmpty() && findings.known("nodes[*].name")) {
                            String leader = alone.get(0).name().toString();
                            findings.report(
                                    "objectives.rpo",
                                    "rpo is 0, but beside " + leader + " as leader no member may be synchronous",
                                    "rpo равно 0, а при лидере " + leader + " синхронным не может быть никто");
                        }
                    }),
            ClusterRule.warning(
                            202,
                            "withoutStandby: stop with two PostgreSQL nodes",
                            "withoutStandby: stop при двух узлах PostgreSQL")
                    .because(
                            "The loss or a restart of the only standby stops writing, although the leader is well.",
                            "Потеря или перезапуск единственной реплики останавливает запись, хотя лидер исправен.")
                    .mend(
                            "Add a third PostgreSQL node, or write withoutStandby: continue.",
                            "Добавьте третий узел PostgreSQL или укажите withoutStandby: continue.")
                    .example("objectives: {rpo: 0, withoutStandby: continue}")
                    .reads("objectives.rpo", "objectives.withoutStandby", "nodes[*].roles")
                    .check((cluster, findings) -> {
                        Objectives objectives = cluster.objectives();
                        if (objectives.synchronous()
                                && objectives.withoutStandby() == WithoutStandby.STOP
                                && cluster.nodesWith(NodeRole.POSTGRESQL).size() == 2) {
                            findings.report(
                                    "objectives.withoutStandby",
                                    "'stop' lets each restart of the only standby stop writing",
                                    "из-за «stop» каждый перезапуск единственной реплики остановит запись");
                        }
                    }),
            ClusterRule.error(203, "No timing reaches the objective rto", "Такой rto недостижим")
                    .because(
                            "A lost leader is noticed when its lock has expired; a shorter lock makes each short "
                                    + "network failure a failover.",
                            "Потеря лидера заметна, когда истекла его блокировка; более короткая превращала бы "
                                    + "любой сбой сети в смену лидера.")
                    .mend(
                            "Write an rto that the fastest timing reaches.",
                            "Укажите rto, которого достигают самые быстрые интервалы.")
                    .example("objectives: {rto: 60s}")
                    .reads(ObjectiveRules.READS)
                    .checkDerived(ObjectiveRules::reachable),
            ClusterRule.warning(204, "withoutStandby has no effect", "withoutStandby не действует")
                    .because(
                            "With an rpo above 0 no commit waits for a standby, so there is nothing to stop.",
                            "При rpo больше 0 фиксация реплик не ждёт, и останавливать нечего.")
                    .mend("Write rpo: 0, or remove withoutStandby.", "Укажите rpo: 0 или уберите withoutStandby.")
                    .example("objectives: {rpo: 0, withoutStandby: stop}")
                    .reads("objectives.rpo", "objectives.withoutStandby")
                    .check((cluster, findings) -> {
                        Objectives objectives = cluster.objectives();
                        if (!objectives.synchronous() && objectives.withoutStandby() == WithoutStandby.STOP) {
                            findings.report(
                                    "objectives.withoutStandby",
                                    "'stop' has no effect with rpo " + objectives.rpo(),
                                    "«stop» не действует при rpo " + objectives.rpo());
                        }
                    }),
            ClusterRule.error(
                            205,
                            "An interval of Patroni is outside of its limits",
                            "Интервал Patroni вне допустимых пределов")
                    .because(
                            "Patroni counts in whole seconds and silently takes the nearest value that it allows.",
                            "Patroni считает целыми секундами и молча берёт ближайшее допустимое значение.")
                    .mend(
                            "Write whole seconds: ttl 20s, loopWait 1s, retryTimeout 3s, primaryStartTimeout 0s or "
                                    + "more, each 1h at most.",
                            "Укажите целые секунды: ttl от 20s, loopWait от 1s, retryTimeout от 3s, "
                                    + "primaryStartTimeout от 0s, каждое не больше 1h.")
                    .example("patroni: {ttl: 45s, primaryStartTimeout: 30s}")
                    .readsEach("patroni.ttl", "patroni.loopWait", "patroni.retryTimeout", "patroni.primaryStartTimeout")
                    .check((cluster, findings) -> given(cluster.patroni()).forEach((key, value) -> {
                        Duration least = least(key);
                        if (findings.known("patroni." + key) && !within(key, value)) {
                            String printed = Durations.print(value);
                            String limits = Durations.print(least) + "–" + Durations.print(MOST);
                            findings.report(
                                    "patroni." + key,
                                    "'" + printed + "' is not a whole number of seconds within " + limits,
                                    "«" + printed + "» — не целое число секунд в пределах " + limits);
                        }
                    })),
            ClusterRule.error(206, "Patroni's intervals do not fit together", "Интервалы Patroni не сочетаются")
                    .because(
                            "A leader that cannot reach etcd needs loop_wait + 2 * retry_timeout to step down; its key "
                                    + "must live as long, or the next leader starts before. Patroni changes such values "
                                    + "silently, before 3.2 it keeps them.",
                            "Лидеру, потерявшему etcd, нужно loop_wait + 2 * retry_timeout, чтобы сложить роль; столько "
                                    + "же должен жить его ключ, иначе новый лидер начнёт раньше. Patroni молча меняет "
                                    + "такие значения, а до 3.2 оставляет их.")
                    .mend(
                            "Raise ttl, or lower loopWait or retryTimeout.",
                            "Увеличьте ttl либо уменьшите loopWait или retryTimeout.")
                    .example(EXAMPLE)
                    .reads(READS)
                    .checkDerived((facts, findings) -> {
                        Timing timing = facts.timing();
                        if (sound(facts.cluster().patroni())
                                && timing.longestTurn().compareTo(timing.ttl()) > 0) {
                            findings.report(
                                    place(facts.cluster().patroni()),
                                    sum(timing, Duration.ZERO, ""),
                                    nearest(facts, Duration.ZERO));
                        }
                    }),
            ClusterRule.warning(207, "The watchdog may be too early", "Сторожевой таймер может сработать слишком рано")
                    .because(
                            "The watchdog resets the host 5 s before the end of ttl, when a leader that cannot reach "
                                    + "etcd may still be about to step down by itself.",
                            "Таймер перезагружает узел за 5 с до конца ttl, когда потерявший etcd лидер ещё может сложить "
                                    + "роль сам.")
                    .mend(
                            "Leave 5 s between loop_wait + 2 * retry_timeout and ttl, or write watchdog: off.",
                            "Оставьте 5 с между loop_wait + 2 * retry_timeout и ttl или укажите watchdog: off.")
                    .example(EXAMPLE)
                    .reads(READS)
                    .readsEach("patroni.watchdog")
                    .checkDerived((facts, findings) -> {
                        Timing timing = facts.timing();
                        Patroni patroni = facts.cluster().patroni();
                        boolean fits = timing.longestTurn().compareTo(timing.ttl()) <= 0;
                        Duration needed = timing.longestTurn().plus(Timing.WATCHDOG_MARGIN);
                        if (sound(patroni)
                                && fits
                                && findings.known("patroni.watchdog")
                                && patroni.watchdog() != Patroni.Watchdog.OFF
                                && needed.compareTo(timing.ttl()) > 0) {
                            findings.report(
                                    place(patroni),
                                    sum(timing, Timing.WATCHDOG_MARGIN, " + 5"),
                                    nearest(facts, Timing.WATCHDOG_MARGIN));
                        }
                    }),
            ClusterRule.warning(
                            208,
                            "A crash of PostgreSQL may take longer than rto",
                            "Сбой PostgreSQL может занять больше rto")
                    .because(
                            "The leader's PostgreSQL may recover for primary_start_timeout, and only then a standby takes "
                                    + "over.",
                            "PostgreSQL лидера может восстанавливаться primary_start_timeout, и лишь потом его сменит "
                                    + "реплика.")
                    .mend(
                            "Shorten primaryStartTimeout, or allow a longer rto.",
                            "Уменьшите primaryStartTimeout или увеличьте rto.")
                    .example("patroni: {primaryStartTimeout: 30s}\nobjectives: {rto: 90s}")
                    .reads(Stream.concat(Stream.of(READS), Stream.of("patroni.primaryStartTimeout"))
                            .toList())
                    .checkDerived((facts, findings) -> {
                        Cluster cluster = facts.cluster();
                        Duration own = cluster.patroni().primaryStartTimeout();
                        Duration rto = cluster.objectives().rto();
                        Duration worst = facts.timing().crash(cluster);
                        Duration room =
                                own == null ? Duration.ZERO : own.minus(worst).plus(rto);
                        if (own != null && sound(cluster.patroni()) && worst.compareTo(rto) > 0) {
                            Text formula = facts.timing().crashFormula(cluster);
                            String fits = room.compareTo(Duration.ofSeconds(1)) < 0
                                    ? "0s"
                                    : Durations.print(Duration.ofSeconds(room.toSeconds()));
                            Duration whole =
                                    Duration.ofSeconds(worst.plusMillis(999).toSeconds());
                            String longer = Durations.print(whole);
                            findings.report(
                                    "patroni.primaryStartTimeout",
                                    Text.of(
                                            formula.en() + " > rto " + Durations.print(rto),
                                            formula.ru() + " > rto " + Durations.print(rto)),
                                    Text.of(
                                            "write primaryStartTimeout: " + fits + " or less, or rto: " + longer,
                                            "укажите primaryStartTimeout: " + fits + " или меньше либо rto: "
                                                    + longer));
                        }
                    }));

    private ObjectiveRules() {}

    private static void reachable(Derivation facts, RuleFindings findings) {
        if (facts.reachableTiming().isPresent()) {
            return;
        }
        Cluster cluster = facts.cluster();
        Timing fastest = Timing.fastest(cluster);
        Text formula = fastest.formula(cluster);
        String rto = Durations.print(cluster.objectives().rto());
        Duration worst = fastest.worstCase(cluster);
        Duration whole = Duration.ofSeconds(worst.plusMillis(999).toSeconds());
        String reachable = Durations.print(whole);
        Duration ttl = cluster.patroni().ttl();
        Duration shorter = ttl == null
                ? Duration.ZERO
                : Duration.ofSeconds(
                        ttl.minus(worst).plus(cluster.objectives().rto()).toSeconds());
        boolean possible = shorter.compareTo(Timing.LEAST_TTL) >= 0;
        String place = ttl == null ? "objectives.rto" : "patroni.ttl";
        String en = ttl == null ? "" : "rto: ";
        findings.report(
                place,
                Text.of(rto + " cannot be promised: " + formula.en(), rto + " обещать нельзя: " + formula.ru()),
                Text.of(
                        "write " + en + reachable + " or more"
                                + (possible ? ", or ttl: " + Durations.print(shorter) + " or less" : ""),
                        "укажите " + en + reachable + " или больше"
                                + (possible ? " либо ttl: " + Durations.print(shorter) + " или меньше" : "")));
    }

    private static Text sum(Timing timing, Duration margin, String term) {
        String sum = "loop_wait + 2 * retry_timeout" + term + " = "
                + timing.loopWait().toSeconds() + " + 2 * "
                + timing.retryTimeout().toSeconds() + term + " = "
                + timing.longestTurn().plus(margin).toSeconds();
        long ttl = timing.ttl().toSeconds();
        return Text.of(sum + " s > ttl " + ttl + " s", sum + " с > ttl " + ttl + " с");
    }

    /** The nearest values that fit, of the keys that are given. */
    private static Text nearest(Derivation facts, Duration margin) {
        Timing timing = facts.timing();
        Patroni patroni = facts.cluster().patroni();
        Duration room = timing.ttl().minus(margin);
        List<String> values = new ArrayList<>();
        values.add("ttl: " + Durations.print(timing.longestTurn().plus(margin)));
        Duration retry = Duration.ofSeconds(room.minus(timing.loopWait()).toSeconds() / 2);
        if (patroni.retryTimeout() != null && retry.compareTo(Timing.LEAST_RETRY_TIMEOUT) >= 0) {
            values.add("retryTimeout: " + Durations.print(retry));
        }
        Duration loop = room.minus(timing.retryTimeout().multipliedBy(2));
        if (patroni.loopWait() != null && loop.compareTo(Timing.LEAST_LOOP_WAIT) >= 0) {
            values.add("loopWait: " + Durations.print(loop));
        }
        return Text.of("write " + String.join(" or ", values), "укажите " + String.join(" или ", values));
    }

    /** The key that a finding on several of them is reported at. */
    private static String place(Patroni patroni) {
        return "patroni." + given(patroni).keySet().iterator().next();
    }

    /** Whether each given interval is one that Patroni takes as it is. */
    private static boolean sound(Patroni patroni) {
        Map<String, Duration> given = given(patroni);
        return !given.isEmpty()
                && given.entrySet().stream().allMatch(entry -> within(entry.getKey(), entry.getValue()));
    }

    private static boolean within(String key, Duration value) {
        return value.toMillis() % 1000 == 0 && value.compareTo(least(key)) >= 0 && value.compareTo(MOST) <= 0;
    }

    private static Duration least(String key) {
        return switch (key) {
            case "ttl" -> Timing.LEAST_TTL;
            case "loopWait" -> Timing.LEAST_LOOP_WAIT;
            case "retryTimeout" -> Timing.LEAST_RETRY_TIMEOUT;
            default -> Duration.ZERO;
        };
    }

    private static Map<String, Duration> given(Patroni patroni) {
        Map<String, Duration> given = new LinkedHashMap<>();
        put(given, "ttl", patroni.ttl());
        put(given, "loopWait", patroni.loopWait());
        put(given, "retryTimeout", patroni.retryTimeout());
        put(given, "primaryStartTimeout", patroni.primaryStartTimeout());
        return given;
    }

    private static void put(Map<String, Duration> given, String key, @Nullable Duration value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
