package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.value.Durations;
import java.time.Duration;
import java.util.List;

/** Rules of the objectives: what may be lost, how long writing may stand still. */
final class ObjectiveRules {

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            201,
                            "rpo 0 without a standby that may take over",
                            "rpo 0 без реплики, способной стать лидером")
                    .because(
                            "Nothing is lost only when a commit waits for a second server that may become leader.",
                            "Потерь не будет, только если фиксация ждёт второго сервера, который может стать лидером.")
                    .mend(
                            "Add a second node with the role postgresql (and without 'failover: false'), or "
                                    + "allow a loss: rpo: 16MB.",
                            "Добавьте второй узел с ролью postgresql (без «failover: false») или допустите "
                                    + "потерю: rpo: 16MB.")
                    .example("objectives: {rpo: 16MB}")
                    .reads("objectives.rpo", "nodes[*].roles", "nodes[*].failover")
                    .check((cluster, findings) -> {
                        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
                        long able = members.stream().filter(Node::failover).count();
                        if (cluster.objectives().synchronous() && !members.isEmpty() && able < 2) {
                            findings.report(
                                    "objectives.rpo",
                                    "rpo is 0, but the PostgreSQL nodes that may become leader are " + able,
                                    "rpo равно 0, а узлов PostgreSQL, способных стать лидером: " + able);
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
                    .reads("objectives.rto", "nodes[*].roles", "etcd.heartbeat")
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
                    }));

    private ObjectiveRules() {}

    private static void reachable(Derivation facts, RuleFindings findings) {
        if (facts.reachableTiming().isPresent()) {
            return;
        }
        Cluster cluster = facts.cluster();
        Timing fastest = Timing.fastest();
        Text formula = fastest.formula(cluster);
        String rto = Durations.print(cluster.objectives().rto());
        Duration worst = fastest.worstCase(cluster);
        Duration whole = Duration.ofSeconds(worst.plusMillis(999).toSeconds());
        String reachable = Durations.print(whole);
        findings.report(
                "objectives.rto",
                Text.of(rto + " cannot be promised: " + formula.en(), rto + " обещать нельзя: " + formula.ru()),
                Text.of("write " + reachable + " or more", "укажите " + reachable + " или больше"));
    }
}
