package io.github.pg1c.patroni.operation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A request to restart PostgreSQL on a member, and its conditions.
 *
 * @param onlyIfPending only if a changed parameter waits for it
 * @param role only if the member has this role, which is sent in the spelling of the member's version
 * @param postgresVersion only if PostgreSQL is older than this, such as 15.2
 * @param timeout the time limit for the start of PostgreSQL; Patroni's {@code primary_start_timeout} if empty
 * @param at the time; now if empty
 * @since 0.1
 */
public record Restart(
        boolean onlyIfPending,
        Optional<RestartRole> role,
        Optional<String> postgresVersion,
        Optional<Duration> timeout,
        Optional<OffsetDateTime> at) {
    /** The role that a member must have to be restarted. */
    public enum RestartRole {
        /** The primary. */
        PRIMARY,
        /** The leader of a standby cluster; Patroni 4.0 and later. */
        STANDBY_LEADER,
        /** A standby. */
        REPLICA
    }

    /** Refuses a time limit that is not positive. */
    public Restart {
        if (timeout.filter(time -> time.toSeconds() < 1).isPresent()) {
            throw new IllegalArgumentException("a restart takes a second at least");
        }
    }

    /** A restart now, without conditions. */
    public static Restart now() {
        return new Restart(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, only if a changed parameter waits for it. */
    public Restart ifPending() {
        return new Restart(true, role, postgresVersion, timeout, at);
    }

    /** The same, only if the member has this role. */
    public Restart ifRole(RestartRole required) {
        return new Restart(onlyIfPending, Optional.of(required), postgresVersion, timeout, at);
    }

    /** The same, only if PostgreSQL is older than this. */
    public Restart ifOlderThan(String version) {
        return new Restart(onlyIfPending, role, Optional.of(version), timeout, at);
    }

    /** The same, with this time limit for the start of PostgreSQL. */
    public Restart within(Duration time) {
        return new Restart(onlyIfPending, role, postgresVersion, Optional.of(time), at);
    }

    /** The same, at this time. */
    public Restart at(OffsetDateTime time) {
        return new Restart(onlyIfPending, role, postgresVersion, timeout, Optional.of(time));
    }
}
