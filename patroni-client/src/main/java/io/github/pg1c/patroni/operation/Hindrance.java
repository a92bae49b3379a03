package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;

/**
 * A reason against a member as the new leader.
 *
 * @param kind what it is
 * @param explanation the same with its values
 * @since 0.1
 */
public record Hindrance(Kind kind, Text explanation) {
    /** What may speak against a member. */
    public enum Kind {
        /** It is the leader already. */
        IS_LEADER(true),
        /** There is no such member. */
        UNKNOWN_MEMBER(true),
        /** Its REST API does not answer, and Patroni asks it before. */
        NOT_REACHABLE(true),
        /** Its PostgreSQL does not run. */
        NOT_RUNNING(true),
        /** It has the tag {@code nofailover}. */
        NOFAILOVER(true),
        /** Its tag {@code failover_priority} is not positive. */
        NO_PRIORITY(true),
        /** Its watchdog could not be activated, though that is required. */
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
        /** How far it is behind is not known. */
        LAG_UNKNOWN(false),
        /** It is on another timeline than the leader. */
        OTHER_TIMELINE(false),
        /** It runs, but does not stream. */
        NOT_STREAMING(false),
        /** It says something else of itself than the cluster does. */
        OWN_ANSWER_DIFFERS(false),
        /** With its larger parameters as a primary, standbys with smaller ones would stop. */
        STOPS_STANDBYS(false),
        /** Changed parameters wait for a restart on some members only, and Patroni does not tell which. */
        PENDING_RESTART(false);

        private final boolean prevents;

        Kind(boolean prevents) {
            this.prevents = prevents;
        }

        /** True when Patroni would refuse or pass over the member; false when it would not, but perhaps should. */
        public boolean prevents() {
            return prevents;
        }
    }

    /** The explanation in English. */
    public String text() {
        return explanation.en();
    }

    @Override
    public String toString() {
        return text();
    }
}
