package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;

/**
 * A reason against a member as the new leader.
 *
 * @param kind the kind of reason
 * @param explanation the reason with its values
 * @since 0.1
 */
public record Hindrance(Kind kind, Text explanation) {
    /** Kinds of reasons against a member. */
    public enum Kind {
        /** It is the leader already. */
        IS_LEADER(true),
        /** There is no such member. */
        UNKNOWN_MEMBER(true),
        /** Its REST API does not answer; Patroni asks it before a handover. */
        NOT_REACHABLE(true),
        /** Its PostgreSQL does not run. */
        NOT_RUNNING(true),
        /** It has the tag {@code nofailover}. */
        NOFAILOVER(true),
        /** Its tag {@code failover_priority} is not positive. */
        NO_PRIORITY(true),
        /** Its watchdog could not be activated, but is required. */
        WATCHDOG(true),
        /** It is further behind than {@code maximum_lag_on_failover}. */
        LAG(true),
        /** It is on an older timeline, and {@code check_timeline} is on. */
        TIMELINE(true),
        /** The cluster is synchronous, and the primary does not wait for it. */
        NOT_SYNCHRONOUS(true),
        /**
         * The primary does not count on it in quorum commit; Patroni then asks whether it has all that was
         * acknowledged.
         */
        NOT_IN_QUORUM(false),
        /** Its lag is not known. */
        LAG_UNKNOWN(false),
        /** It is on another timeline than the leader. */
        OTHER_TIMELINE(false),
        /** It runs, but does not stream. */
        NOT_STREAMING(false),
        /** Its own answer differs from the cluster's list. */
        OWN_ANSWER_DIFFERS(false),
        /** As a primary with its larger parameters it would stop standbys with smaller ones. */
        STOPS_STANDBYS(false),
        /** Changed parameters wait for a restart on some members only, and Patroni does not tell which. */
        PENDING_RESTART(false);

        private final boolean prevents;

        Kind(boolean prevents) {
            this.prevents = prevents;
        }

        /** True when Patroni refuses or skips the member; false for a warning. */
        public boolean prevents() {
            return prevents;
        }
    }

    /** The explanation in English, for logs. */
    @Override
    public String toString() {
        return explanation.en();
    }
}
