package io.github.pg1c.ops.member;

import io.github.pg1c.patroni.cluster.Role;
import java.util.function.Predicate;

/**
 * A role for the choice of members, as in {@code patronictl}.
 *
 * @since 0.1
 */
public enum MemberRole {
    /** Every member. */
    ANY(role -> true),
    /** The leader, of a standby cluster, too. */
    LEADER(Role::isLeader),
    /** The leader of a cluster that accepts writes. */
    PRIMARY(role -> role.kind() == Role.Kind.PRIMARY),
    /** The leader of a standby cluster. */
    STANDBY_LEADER(role -> role.kind() == Role.Kind.STANDBY_LEADER),
    /** Every member but the leader. */
    REPLICA(role -> !role.isLeader());

    private final Predicate<Role> matches;

    MemberRole(Predicate<Role> matches) {
        this.matches = matches;
    }

    boolean matches(Role role) {
        return matches.test(role);
    }
}
