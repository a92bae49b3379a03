package io.github.pg1c.patroni.internal.reader;

import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.health.HealthCheck;

/** Why a health check was answered as it was: Patroni gives the status alone, and what it looked at beside it. */
public final class HealthExplanation {
    private HealthExplanation() {}

    public static String of(HealthCheck check, int status, MemberStatus member) {
        StringBuilder words = new StringBuilder("role " + member.role() + ", state " + member.state());
        member.replicationState().ifPresent(replication -> words.append(", ").append(replication));
        member.conditions()
                .forEach(
                        condition -> words.append(", ").append(condition.field().replace('_', ' ')));
        if (status == 503) {
            words.append(refusal(check, member));
        }
        return words.toString();
    }

    /** What of the member stands against it; when nothing of it does, a condition is left. */
    private static String refusal(HealthCheck check, MemberStatus member) {
        boolean standby = member.role().isStandby();
        return switch (check) {
            case PRIMARY ->
                member.role().kind() == Role.Kind.STANDBY_LEADER
                        ? "; the leader of a standby cluster is no primary"
                        : "; it does not hold the leader lock";
            case LEADER -> "; it does not hold the leader lock";
            case STANDBY_LEADER ->
                member.role().kind() == Role.Kind.PRIMARY
                        ? "; the cluster is no standby cluster"
                        : "; it does not hold the leader lock";
            case REPLICA -> standby ? standby(member) : "; it is no standby";
            case READ_ONLY -> standby(member);
            case SYNC, READ_ONLY_SYNC ->
                member.is(MemberStatus.Condition.SYNC_STANDBY) ? standby(member) : "; it is no synchronous standby";
            case QUORUM, READ_ONLY_QUORUM ->
                member.is(MemberStatus.Condition.QUORUM_STANDBY)
                        ? standby(member)
                        : "; it does not count in the quorum";
            case ASYNC -> standby ? asynchronous(member) : "; it is no standby";
            case RUNNING, LIVENESS, READINESS -> "";
        };
    }

    private static String asynchronous(MemberStatus member) {
        return member.is(MemberStatus.Condition.SYNC_STANDBY) || member.is(MemberStatus.Condition.QUORUM_STANDBY)
                ? "; the primary waits for it"
                : standby(member);
    }

    private static String standby(MemberStatus member) {
        if (!member.state().isRunning()) {
            return "; PostgreSQL does not run";
        }
        return member.tags().getOrDefault("noloadbalance", "false").equals("true")
                ? "; it has the tag noloadbalance"
                : "; it is too far behind, lacks a tag, or does not see the DCS";
    }
}
