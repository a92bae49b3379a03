package io.github.pg1c.ops.state;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The replication tree: a member replicates from the leader, unless its tag {@code replicatefrom} names another member.
 *
 * @param leaders the leaders with the members below them; one in a sound cluster
 * @param detached members below no leader, because there is none or their tags form a cycle
 * @since 0.1
 */
public record ReplicationTree(List<Branch> leaders, List<Member> detached) {

    /**
     * A member and its replicas.
     *
     * @param member the member
     * @param below its replicas
     */
    public record Branch(Member member, List<Branch> below) {
        /** Copies the list. */
        public Branch {
            below = List.copyOf(below);
        }
    }

    /** Copies the lists. */
    public ReplicationTree {
        leaders = List.copyOf(leaders);
        detached = List.copyOf(detached);
    }

    /** The tree of a cluster. */
    public static ReplicationTree of(ClusterState cluster) {
        Set<String> placed = new HashSet<>();
        List<Branch> leaders = cluster.members().stream()
                .filter(Member::isLeader)
                .map(leader -> branch(cluster, leader, placed))
                .toList();
        return new ReplicationTree(
                leaders,
                cluster.members().stream()
                        .filter(member -> !placed.contains(member.name()))
                        .toList());
    }

    private static Branch branch(ClusterState cluster, Member member, Set<String> placed) {
        placed.add(member.name());
        return new Branch(
                member,
                cluster.members().stream()
                        .filter(other -> !other.isLeader() && !placed.contains(other.name()))
                        .filter(other -> source(cluster, other)
                                .filter(member.name()::equals)
                                .isPresent())
                        .map(other -> branch(cluster, other, placed))
                        .toList());
    }

    /** The source of a member; Patroni ignores a tag with an unknown name. */
    private static Optional<String> source(ClusterState cluster, Member member) {
        return Optional.ofNullable(member.tags().get("replicatefrom"))
                .filter(name -> cluster.member(name).isPresent() && !name.equals(member.name()))
                .or(() -> cluster.leader().map(Member::name));
    }
}
