package io.github.pg1c.patroni.operation;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that a healthy leader hands over its role.
 *
 * @param leader the current leader; Patroni refuses if another member leads by then
 * @param candidate the new leader; Patroni chooses one if empty
 * @param at the time; now if empty
 * @param replacing true to drop a switchover that is scheduled or under way
 * @since 0.1
 */
public record Switchover(String leader, Optional<String> candidate, Optional<OffsetDateTime> at, boolean replacing) {
    /** Refuses empty names. */
    public Switchover {
        if (leader.isBlank() || candidate.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("a member has a name");
        }
    }

    /** From this leader, now, to a member that Patroni chooses. */
    public static Switchover from(String leader) {
        return new Switchover(leader, Optional.empty(), Optional.empty(), false);
    }

    /** The same, to this member. */
    public Switchover to(String member) {
        return new Switchover(leader, Optional.of(member), at, replacing);
    }

    /** The same, at this time. */
    public Switchover at(OffsetDateTime time) {
        return new Switchover(leader, candidate, Optional.of(Objects.requireNonNull(time)), replacing);
    }

    /** The same, even if it drops one that is scheduled or under way. */
    public Switchover replacingOthers() {
        return new Switchover(leader, candidate, at, true);
    }
}
