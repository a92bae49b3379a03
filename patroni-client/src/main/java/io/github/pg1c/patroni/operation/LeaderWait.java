package io.github.pg1c.patroni.operation;

import java.time.Duration;
import java.util.Optional;

/**
 * The conditions of a wait after a switchover or failover.
 *
 * @param leader the wanted leader; any member if empty
 * @param not a member that must not lead any more
 * @param standbys true to wait as well until all running standbys, with {@code not} among them, stream on the leader's
 *     timeline; a standby with the tag {@code nostream} only runs
 * @param patience the time limit
 * @param interval the pause between two questions
 * @since 0.1
 */
public record LeaderWait(
        Optional<String> leader, Optional<String> not, boolean standbys, Duration patience, Duration interval) {
    /** Refuses an interval that is not positive. */
    public LeaderWait {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("an interval must be positive, not " + interval);
        }
    }

    /** Waits for any running leader, for a minute, with a question each second. */
    public static LeaderWait forAny() {
        return new LeaderWait(Optional.empty(), Optional.empty(), false, Duration.ofMinutes(1), Duration.ofSeconds(1));
    }

    /** Waits for this leader. */
    public LeaderWait toBe(String member) {
        return new LeaderWait(Optional.of(member), not, standbys, patience, interval);
    }

    /** Waits for a leader other than this member. */
    public LeaderWait otherThan(String member) {
        return new LeaderWait(leader, Optional.of(member), standbys, patience, interval);
    }

    /** Waits for the standbys to stream from it, too. */
    public LeaderWait andStandbys() {
        return new LeaderWait(leader, not, true, patience, interval);
    }

    /** Waits for this time at most. */
    public LeaderWait within(Duration time) {
        return new LeaderWait(leader, not, standbys, time, interval);
    }
}
