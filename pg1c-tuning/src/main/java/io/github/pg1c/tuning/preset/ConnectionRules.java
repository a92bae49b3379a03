package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for connections and their network. */
final class ConnectionRules {

    private static final Group GROUP = Group.CONNECTIONS;

    private ConnectionRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.of(
                        "max_connections",
                        GROUP,
                        RuleSources.PG1C,
                        ConnectionRules::maxConnections,
                        "Every connection of 1C has its place, and administrators and monitoring get in when all are taken.",
                        "Место есть для каждого соединения 1С, а администраторы и мониторинг подключатся, даже когда все заняты."),
                PresetRule.of(
                        "superuser_reserved_connections",
                        GROUP,
                        RuleSources.PG1C,
                        f -> RuleResult.of(
                                Sizing.SUPERUSER_CONNECTIONS, "Patroni 3 + others 2", "Patroni 3 + прочие 2"),
                        "Patroni, backups and administrators get in when 1C has taken all other connections.",
                        "Patroni, резервное копирование и администраторы подключатся, когда 1С заняла все остальные соединения."),
                PresetRule.fixed(
                                "reserved_connections",
                                GROUP,
                                RuleSources.PG1C,
                                "10",
                                "For roles that were granted pg_use_reserved_connections: monitoring keeps its sight of an overloaded server.",
                                "Для ролей с правом pg_use_reserved_connections: мониторинг видит и перегруженный сервер.")
                        .since(16),
                PresetRule.fixed(
                        "tcp_keepalives_idle",
                        GROUP,
                        RuleSources.PIGSTY,
                        "60",
                        "A client that vanished is noticed, and its locks end with its session.",
                        "Исчезнувший клиент обнаруживается, и его блокировки снимаются вместе с сеансом."),
                PresetRule.fixed(
                        "tcp_keepalives_interval",
                        GROUP,
                        RuleSources.PIGSTY,
                        "10",
                        "After 60 s of silence a probe each 10 s.",
                        "После 60 с тишины проверка каждые 10 с."),
                PresetRule.fixed(
                        "tcp_keepalives_count",
                        GROUP,
                        RuleSources.PIGSTY,
                        "3",
                        "A peer that left three probes unanswered is gone.",
                        "Сторона, не ответившая на три проверки, считается исчезнувшей."));
    }

    private static RuleResult maxConnections(Sizing figures) {
        int clients = figures.input().connections();
        int reserved = figures.reservedConnections();
        String least = "max(" + Sizing.LEAST_CONNECTIONS + ", ";
        return RuleResult.of(
                Math.max(Sizing.LEAST_CONNECTIONS, clients + reserved),
                least + clients + " for "
                        + figures.input().application().title().en() + " + "
                        + figures.reservedName().en() + ")",
                least + clients + " "
                        + figures.input().application().of("", "для").ru() + " + "
                        + figures.reservedName().ru() + ")");
    }
}
