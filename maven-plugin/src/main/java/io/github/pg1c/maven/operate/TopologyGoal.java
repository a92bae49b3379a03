package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.state.ReplicationTree;
import io.github.pg1c.patroni.cluster.Member;
import java.util.List;

/** Draws the replication tree. */
public final class TopologyGoal implements ClusterGoal {

    @Override
    public GoalResult on(ClusterSession session) {
        ReplicationTree tree = ReplicationTree.of(session.cluster().patroni().cluster());
        StringBuilder drawing = new StringBuilder(session.name()).append('\n');
        draw(drawing, tree.leaders(), "");
        tree.detached()
                .forEach(member -> drawing.append("?  ").append(line(member)).append('\n'));
        session.output().accept(drawing.toString());
        if (tree.leaders().isEmpty()) {
            session.warn(Text.of("there is no leader", "лидера нет"));
        }
        return GoalResult.success();
    }

    private static void draw(StringBuilder drawing, List<ReplicationTree.Branch> branches, String indent) {
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            ReplicationTree.Branch branch = branches.get(i);
            drawing.append(indent)
                    .append(last ? "└─ " : "├─ ")
                    .append(line(branch.member()))
                    .append('\n');
            draw(drawing, branch.below(), indent + (last ? "   " : "│  "));
        }
    }

    private static String line(Member member) {
        String lag = Bytes.of(member.lag());
        return member.name() + "  " + StatusTable.title(member.role()) + ", " + member.state()
                + (lag.isEmpty() ? "" : ", lag " + lag);
    }
}
