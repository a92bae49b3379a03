package io.github.pg1c.patroni.internal.reader;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.health.HealthCheck;

/** Explains the answer to a health check. Patroni returns a status and the data that it checked, but no reason. */
public final class HealthExplanation {
    private static final Text NONE = Text.same("");
    private static final Text NO_LOCK =
            Text.of("; it does not hold the leader lock", "; он не держит блокировку лидера");
    private static final Text NO_STANDBY = Text.of("; it is no standby", "; он не реплика");

    private HealthExplanation() {}

    public static Text of(HealthCheck check, int status, MemberStatus member) {
        StringBuilder more = new StringBuilder();
        member.replicationState().ifPresent(replication -> more.append(", ").append(replication));
        member.conditions()
                .forEach(condition -> more.append(", ").append(condition.field().replace('_', ' ')));
        Text refusal = status == 503 ? refusal(check, member) : NONE;
        String values = member.role() + ", ";
        return Text.of(
                "role " + values + "state " + member.state() + more + refusal.en(),
                "роль " + values + "состояние «" + member.state() + more + "»" + refusal.ru());
    }

    /** The part of the member's status that explains the refusal, or else the conditions. */
    private static Text refusal(HealthCheck check, MemberStatus member) {
        boolean standby = member.role().isStandby();
        return switch (check) {
            case PRIMARY ->
                member.role().kind() == Role.Kind.STANDBY_LEADER
                        ? Text.of(
                                "; the leader of a standby cluster is no primary",
                                "; лидер резервного кластера — не primary")
                        : NO_LOCK;
            case LEADER -> NO_LOCK;
            case STANDBY_LEADER ->
                member.role().kind() == Role.Kind.PRIMARY
                        ? Text.of("; the cluster is no standby cluster", "; кластер не резервный")
                        : NO_LOCK;
            case REPLICA -> standby ? standby(member) : NO_STANDBY;
            case READ_ONLY -> standby(member);
            case SYNC, READ_ONLY_SYNC ->
                member.is(MemberStatus.Condition.SYNC_STANDBY)
                        ? standby(member)
                        : Text.of("; it is no synchronous standby", "; он не синхронная реплика");
            case QUORUM, READ_ONLY_QUORUM ->
                member.is(MemberStatus.Condition.QUORUM_STANDBY)
                        ? standby(member)
                        : Text.of("; it does not count in the quorum", "; он не входит в кворум");
            case ASYNC -> standby ? asynchronous(member) : NO_STANDBY;
            case RUNNING, LIVENESS, READINESS -> NONE;
        };
    }

    private static Text asynchronous(MemberStatus member) {
        return member.is(MemberStatus.Condition.SYNC_STANDBY) || member.is(MemberStatus.Condition.QUORUM_STANDBY)
                ? Text.of("; the primary waits for it", "; лидер его ждёт")
                : standby(member);
    }

    private static Text standby(MemberStatus member) {
        if (!member.state().isRunning()) {
            return Text.of("; PostgreSQL does not run", "; PostgreSQL не работает");
        }
        return member.tags().getOrDefault("noloadbalance", "false").equals("true")
                ? Text.of("; it has the tag noloadbalance", "; у него тег noloadbalance")
                : Text.of(
                        "; it is too far behind, lacks a tag, or does not see the DCS",
                        "; он слишком отстаёт, не имеет тега или не видит DCS");
    }
}
