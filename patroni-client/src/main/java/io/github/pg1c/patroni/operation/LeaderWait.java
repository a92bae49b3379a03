package io.github.pg1c.patroni.operation;

import java.time.Duration;
import java.util.Optional;

/**
 * What to wait for after a switchover or failover.
 *
 * @param leader the member that is to lead; any member if empty
 * @param not a member that is not to lead any more
 * @param standbys true to wait as well until all running standbys stream on the leader's timeline, and {@code not} is one
 *     of them; a standby with the tag {@code nostream} is to run
 * @param patience how long to wait
 * @param interval how often to look
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

    /** For any leader that runs, a minute long, once in a second. */
    public static LeaderWait forAny() {
        return new LeaderWait(Optional.empty(), Optional.empty(), false, Duration.ofMinutes(1), Duration.ofSeconds(1));
    }

    /** For this leader. */
    public LeaderWait toBe(String member) {
        return new LeaderWait(Optional.of(member), not, standbys, patience, interval);
    }

    /** For a leader other than this. */
    public LeaderWait otherThan(String member) {
        return new LeaderWait(leader, Optional.of(member), standbys, patience, interval);
    }

    /** And for the standbys to stream from it. */
    public LeaderWait andStandbys() {
        return new LeaderWait(leader, not, true, patience, interval);
    }

    /** At most this long. */
    public LeaderWait within(Duration time) {
        return new LeaderWait(leader, not, standbys, time, interval);
    }
}
