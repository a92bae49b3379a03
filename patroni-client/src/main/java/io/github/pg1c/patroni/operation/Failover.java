package io.github.pg1c.patroni.operation;

/**
 * A request that a member takes over the leader's role without a healthy leader, or although it is not synchronous.
 * Transactions may be lost.
 *
 * @param candidate the new leader
 * @param replacing true to drop a switchover that is scheduled or under way
 * @since 0.1
 */
public record Failover(String candidate, boolean replacing) {
    /** Refuses an empty name. */
    public Failover {
        if (candidate.isBlank()) {
            throw new IllegalArgumentException("a member has a name");
        }
    }

    /** To this member, now. */
    public static Failover to(String member) {
        return new Failover(member, false);
    }

    /** The same, even if it drops a switchover that is scheduled or under way. */
    public Failover replacingOthers() {
        return new Failover(candidate, true);
    }
}
