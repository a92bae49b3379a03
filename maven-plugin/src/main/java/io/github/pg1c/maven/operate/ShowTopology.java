package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows who replicates from whom: from the leader, unless the tag {@code replicatefrom} names a member that is there. */
public final class ShowTopology implements Operation {

    @Override
    public GoalResult on(Session session) {
        ClusterState cluster = session.patroni().cluster();
        StringBuilder tree = new StringBuilder(session.target().name()).append('\n');
        Set<String> shown = new HashSet<>();
        List<Member> roots = cluster.members().stream().filter(Member::isLeader).toList();
        roots.forEach(leader -> branch(tree, cluster, leader, "", leader.equals(roots.get(roots.size() - 1)), shown));
        // Without a leader, or in a circle of tags.
        cluster.members().stream()
                .filter(member -> !shown.contains(member.name()))
                .forEach(member -> tree.append("?  ").append(line(member)).append('\n'));
        session.output().accept(tree.toString());
        if (roots.isEmpty()) {
            session.warn(Text.of("there is no leader", "лидера нет"));
        }
        return GoalResult.success();
    }

    private static void branch(
            StringBuilder tree, ClusterState cluster, Member member, String indent, boolean last, Set<String> shown) {
        if (!shown.add(member.name())) {
            return;
        }
        tree.append(indent).append(last ? "└─ " : "├─ ").append(line(member)).append('\n');
        List<Member> below = cluster.members().stream()
                .filter(other -> !other.isLeader()
                        && source(cluster, other).filter(member.name()::equals).isPresent())
                .toList();
        for (Member other : below) {
            boolean lastBelow = other.equals(below.get(below.size() - 1));
            branch(tree, cluster, other, indent + (last ? "   " : "│  "), lastBelow, shown);
        }
    }

    /** Patroni passes over a tag that names nobody. */
    private static Optional<String> source(ClusterState cluster, Member member) {
        return Optional.ofNullable(member.tags().get("replicatefrom"))
                .filter(name -> cluster.member(name).isPresent() && !name.equals(member.name()))
                .or(() -> cluster.leader().map(Member::name));
    }

    private static String line(Member member) {
        String lag = Bytes.of(member.lag());
        return member.name() + "  " + StatusListing.title(member.role()) + ", " + member.state()
                + (lag.isEmpty() ? "" : ", lag " + lag);
    }
}
