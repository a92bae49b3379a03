package io.github.pg1c.patroni.operation;

import java.util.List;
import java.util.Optional;

/**
 * Why something was not even begun: one reason for each text of Patroni 3.0 to 4.1, and those of this library, which refuses what Patroni would do without a question.
 *
 * @since 0.1
 */
public enum RefusalReason {
    /** The member is not in the list of those that may. */
    ACCESS_DENIED(403, "access is denied"),
    /** The server wants a client certificate. */
    CLIENT_CERTIFICATE_REQUIRED(403, "client certificate required"),
    /** User or password is missing or wrong. */
    NOT_AUTHENTICATED(401, ""),

    /** A switchover needs the name of the leader. */
    LEADER_NOT_NAMED(400, "could be performed only from a specific leader"),
    /** A failover needs the name of a candidate. */
    CANDIDATE_NOT_NAMED(400, "could be performed only to a specific candidate"),
    /** A failover happens now or not at all. */
    FAILOVER_NOT_SCHEDULABLE(400, "failover can't be scheduled", "is possible only from a specific leader"),
    /** Nothing can be scheduled while Patroni is paused. */
    PAUSED_NO_SCHEDULE(
            0,
            "can't schedule switchover in the paused",
            "can't schedule failover in the paused",
            "can't schedule restart in the paused"),
    /** While Patroni is paused it does not choose a candidate. */
    PAUSED_NEEDS_CANDIDATE(400, "only to a specific candidate in a paused state"),
    /** The candidate is the leader. */
    SAME_MEMBER(400, "target and source are the same"),
    /** The time has no offset. */
    TIME_WITHOUT_ZONE(400, "timezone information is mandatory"),
    /** The time has passed. */
    TIME_IN_THE_PAST(422, "in the past"),
    /** The time is not one. */
    TIME_NOT_UNDERSTOOD(422, "unable to parse scheduled timestamp"),

    /** Somebody else is the leader now. */
    LEADER_DIFFERS(412, "leader name does not match"),
    /** There is no such member. */
    CANDIDATE_UNKNOWN(412, "candidate does not exist"),
    /** In synchronous mode only a synchronous standby may take over. */
    CANDIDATE_NOT_SYNCHRONOUS(412, "candidate name does not match with sync_standby"),
    /** There is no synchronous standby. */
    NO_SYNCHRONOUS_STANDBY(412, "can not find sync_standby"),
    /** There is nobody else. */
    NO_OTHER_MEMBER(412, "does not have members except leader"),
    /** No member can take over; {@link SwitchoverPlan} says why. */
    NO_GOOD_CANDIDATE(412, "no good candidates have been found"),

    /** Another restart waits; it has to be cancelled first. */
    RESTART_ALREADY_SCHEDULED(409, "another restart is already scheduled"),
    /** The conditions of a restart do not hold. */
    CONDITIONS_NOT_MET(503, "restart conditions are not satisfied"),
    /** Something else is being done with this member. */
    IN_PROGRESS(503, "already in progress"),
    /** Not a role for a restart. */
    ROLE_NOT_UNDERSTOOD(400, "postgresql role should be either"),
    /** Not a time for a restart to take. */
    TIMEOUT_NOT_UNDERSTOOD(400, "timeout should be a positive number"),
    /** Not a condition of a restart. */
    FILTER_NOT_UNDERSTOOD(400, "unknown filter for the scheduled restart"),
    /** Not a version of PostgreSQL. */
    VERSION_NOT_UNDERSTOOD(400, "invalid postgresql version"),

    /** The leader is not reinitialised. */
    IS_LEADER(503, "i am the leader, can not reinitialize"),
    /** Without a leader there is nobody to copy from. */
    NO_LEADER(503, "cluster has no leader"),

    /** There is nothing to cancel. */
    NOTHING_SCHEDULED(404, "no switchover is scheduled", "no restarts are scheduled"),
    /** Somebody else changed the same thing at the same time. */
    CONFLICT(409, ""),
    /** The request has no length: something between here and Patroni has changed it. */
    LENGTH_REQUIRED(411, ""),
    /** Patroni could not read the request. */
    MALFORMED(400, "400 "),
    /** This Patroni cannot do that. */
    NOT_SUPPORTED(501, ""),
    /** Patroni has no configuration to change. */
    NO_CONFIGURATION(),

    /** A switchover is scheduled, and Patroni would drop it without a word; found by this library. */
    ALREADY_SCHEDULED(),
    /** The leader's role is on its way already, and Patroni would change its destination without a word; found by this library. */
    ALREADY_RUNNING(),
    /** The leader does without the DCS, or has lost it, and nobody can take the leader lock over; found by this library. */
    DCS_AWAY(),
    /** A member's Patroni would take the request for something else; found by this library. */
    NOT_IN_THIS_VERSION(),
    /** Refused with words that this library does not know. */
    OTHER();

    private final int status;
    private final List<String> fragments;

    RefusalReason(int status, String... fragments) {
        this.status = status;
        this.fragments = List.of(fragments);
    }

    RefusalReason() {
        this(-1);
    }

    /** The reason that Patroni gives by a status and a text; empty when that is no refusal, and something may have been done. */
    public static Optional<RefusalReason> of(int status, String text) {
        String words = text.toLowerCase(java.util.Locale.ROOT);
        for (RefusalReason reason : values()) {
            boolean sameStatus = reason.status == status || (reason.status == 0 && status >= 400);
            if (sameStatus && reason.fragments.stream().anyMatch(words::contains)) {
                return Optional.of(reason);
            }
        }
        return status >= 400 && status < 500 && status != 408 ? Optional.of(OTHER) : Optional.empty();
    }
}
