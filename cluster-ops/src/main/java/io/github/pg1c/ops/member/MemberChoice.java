package io.github.pg1c.ops.member;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.patroni.cluster.AddressProblem;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A choice of members of a cluster: by name, by role, or by both.
 *
 * @param names the names; every name if empty
 * @param role the role; every role if empty
 * @since 0.1
 */
public record MemberChoice(List<String> names, Optional<MemberRole> role) {

    /**
     * The chosen members, and the reasons that prevent an operation on them.
     *
     * @param members the members, in the cluster's order
     * @param obstacles unknown names, a role without members, addresses at which members cannot be asked
     */
    record Chosen(List<Member> members, List<Obstacle> obstacles) {}

    /** Copies the names. */
    public MemberChoice {
        names = List.copyOf(names);
    }

    /** Every member. */
    public static MemberChoice all() {
        return new MemberChoice(List.of(), Optional.empty());
    }

    /** The members of these names. */
    public static MemberChoice named(String... names) {
        return new MemberChoice(List.of(names), Optional.empty());
    }

    /** The members of a role. */
    public static MemberChoice ofRole(MemberRole role) {
        return new MemberChoice(List.of(), Optional.of(role));
    }

    Chosen in(ClusterState cluster) {
        List<Obstacle> obstacles = new ArrayList<>();
        List<String> present = cluster.members().stream().map(Member::name).toList();
        List<String> unknown =
                names.stream().filter(name -> !present.contains(name)).toList();
        if (!unknown.isEmpty()) {
            obstacles.add(new Obstacle.UnknownMembers(unknown, present));
        }
        List<Member> members = cluster.members().stream()
                .filter(member -> names.isEmpty() || names.contains(member.name()))
                .filter(member -> role.orElse(MemberRole.ANY).matches(member.role()))
                .toList();
        if (members.isEmpty() && unknown.isEmpty()) {
            obstacles.add(new Obstacle.NobodyOfRole());
        }
        Map<String, AddressProblem> unusable = new LinkedHashMap<>();
        members.forEach(
                member -> cluster.addressProblem(member).ifPresent(reason -> unusable.put(member.name(), reason)));
        if (!unusable.isEmpty()) {
            obstacles.add(new Obstacle.AddressUnusable(unusable));
        }
        return new Chosen(members, List.copyOf(obstacles));
    }
}
