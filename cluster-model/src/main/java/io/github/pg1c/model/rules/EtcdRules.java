package io.github.pg1c.model.rules;

import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;
import java.util.List;

/** Rules of etcd's intervals and limits. */
final class EtcdRules {

    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration USUAL = Duration.ofMillis(100);
    // etcd refuses an election timeout above 50 s; here it is ten heartbeats.
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final MemorySize LARGEST_QUOTA = MemorySize.ofGigabytes(8);
    private static final MemorySize SMALLEST_QUOTA = MemorySize.ofMegabytes(64);

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            211,
                            "etcd's heartbeat is outside of its limits",
                            "Интервал сигналов etcd вне допустимых пределов")
                    .because(
                            "The election timeout is ten heartbeats, and etcd does not start with one above 50 s.",
                            "Тайм-аут выборов равен десяти интервалам, а больше 50 с etcd не принимает.")
                    .mend(
                            "Write 10ms to 5s; 100ms to 500ms suit one site.",
                            "Укажите от 10ms до 5s; для одной площадки подходят 100ms–500ms.")
                    .example("etcd: {heartbeat: 200ms}")
                    .reads("etcd.heartbeat")
                    .check((cluster, findings) -> {
                        Duration heartbeat = cluster.etcd().heartbeat();
                        if (heartbeat.compareTo(LEAST) < 0 || heartbeat.compareTo(MOST) > 0) {
                            String sum = "10 × " + Durations.print(heartbeat) + " = "
                                    + Durations.print(heartbeat.multipliedBy(10));
                            findings.report("etcd.heartbeat", "election timeout = " + sum, "тайм-аут выборов = " + sum);
                        }
                    }),
            ClusterRule.warning(212, "etcd's heartbeat is short", "Интервал сигналов etcd короткий")
                    .because(
                            "A slow disk or a busy hypervisor then looks like a lost leader, and etcd elects "
                                    + "again and again.",
                            "Тогда медленный диск или занятый гипервизор выглядят как потеря лидера, и etcd "
                                    + "выбирает его снова и снова.")
                    .mend(
                            "Write 100ms (etcd's own default) or more.",
                            "Укажите 100ms (значение etcd по умолчанию) или больше.")
                    .example("etcd: {heartbeat: 200ms}")
                    .reads("etcd.heartbeat")
                    .check((cluster, findings) -> {
                        Duration heartbeat = cluster.etcd().heartbeat();
                        if (heartbeat.compareTo(LEAST) >= 0 && heartbeat.compareTo(USUAL) < 0) {
                            String value = Durations.print(heartbeat);
                            findings.report(
                                    "etcd.heartbeat", "'" + value + "' is below 100ms", "«" + value + "» меньше 100ms");
                        }
                    }),
            ClusterRule.error(213, "etcd would prolong the leader's lock", "etcd продлит блокировку лидера")
                    .because(
                            "etcd gives no lease shorter than one and a half election timeouts, that is 15 "
                                    + "heartbeats; a longer ttl breaks the promised rto.",
                            "etcd не выдаёт аренду короче полутора тайм-аутов выборов, то есть 15 интервалов; "
                                    + "более долгий ttl нарушит обещанный rto.")
                    .mend(
                            "Shorten etcd.heartbeat, or allow a longer rto.",
                            "Уменьшите etcd.heartbeat или увеличьте rto.")
                    .example("etcd: {heartbeat: 500ms}\nobjectives: {rto: 60s}")
                    .reads("etcd.heartbeat", "objectives.rto", "nodes[*].roles")
                    .checkDerived(EtcdRules::lease),
            ClusterRule.error(214, "etcd's quota is outside of its limits", "Квота etcd вне допустимых пределов")
                    .because(
                            "Patroni needs a few megabytes; with a full quota etcd refuses every write. etcd "
                                    + "advises 8GB at most.",
                            "Patroni хватает нескольких мегабайт; при исчерпанной квоте etcd отвергает любую "
                                    + "запись. Больше 8GB etcd не рекомендует.")
                    .mend("Write 64MB to 8GB.", "Укажите от 64MB до 8GB.")
                    .example("etcd: {quota: 2GB}")
                    .reads("etcd.quota")
                    .check((cluster, findings) -> {
                        MemorySize quota = cluster.etcd().quota();
                        if (quota.compareTo(SMALLEST_QUOTA) < 0 || quota.compareTo(LARGEST_QUOTA) > 0) {
                            findings.report(
                                    "etcd.quota",
                                    "'" + quota + "' is not within 64MB and 8GB",
                                    "«" + quota + "» не в пределах 64MB–8GB");
                        }
                    }),
            ClusterRule.error(
                            215,
                            "etcd's compaction is outside of its limits",
                            "Срок хранения истории etcd вне допустимых пределов")
                    .because(
                            "Without history watchers fail; with more than days of it the quota fills up.",
                            "Без истории обрываются подписки, а история за много дней исчерпает квоту.")
                    .mend("Write 5min to 7d.", "Укажите от 5min до 7d.")
                    .example("etcd: {compaction: 1h}")
                    .reads("etcd.compaction")
                    .check((cluster, findings) -> {
                        Duration kept = cluster.etcd().compaction();
                        if (kept.compareTo(Duration.ofMinutes(5)) < 0 || kept.compareTo(Duration.ofDays(7)) > 0) {
                            String value = Durations.print(kept);
                            findings.report(
                                    "etcd.compaction",
                                    "'" + value + "' is not within 5min and 7d",
                                    "«" + value + "» не в пределах 5min–7d");
                        }
                    }));

    private EtcdRules() {}

    private static void lease(Derivation facts, RuleFindings findings) {
        Duration heartbeat = facts.cluster().etcd().heartbeat();
        Timing timing = facts.timing();
        Duration least = heartbeat.multipliedBy(15);
        if (heartbeat.compareTo(MOST) <= 0 && least.compareTo(timing.ttl()) > 0) {
            String sum = "15 × " + Durations.print(heartbeat) + " = " + Durations.print(least) + " > ttl "
                    + Durations.print(timing.ttl());
            findings.report("etcd.heartbeat", "the shortest lease is " + sum, "самая короткая аренда: " + sum);
        }
    }
}
