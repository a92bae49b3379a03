package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.state.AwaitCluster;
import io.github.pg1c.ops.state.AwaitCluster.Until;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Waits for a state of a cluster, and fails after the time limit. */
public final class WaitGoal implements ClusterGoal {

    /**
     * The parameters of the user.
     *
     * @param until {@code leader}, {@code streaming} (in addition all others stream from it) or {@code no-lag} (in
     *     addition no member is behind)
     * @param leader the wanted leader; any member if empty
     * @param maximumLag the lag that counts as none; 0 if empty
     * @param timeout the time limit
     */
    public record Order(
            Optional<String> until, Optional<String> leader, Optional<String> maximumLag, Optional<String> timeout) {}

    private final AwaitCluster operation;

    private WaitGoal(AwaitCluster operation) {
        this.operation = operation;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(Order order) {
        return problems -> new WaitGoal(new AwaitCluster(
                problems.word(PropertyNames.UNTIL, order.until(), words()).orElse(Until.STREAMING),
                order.leader(),
                problems.size(PropertyNames.MAX_LAG, order.maximumLag())
                        .map(MemorySize::bytes)
                        .orElse(0L),
                problems.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(AwaitCluster.PATIENCE)));
    }

    private static Map<String, Until> words() {
        Map<String, Until> words = new LinkedHashMap<>();
        words.put("leader", Until.LEADER);
        words.put("streaming", Until.STREAMING);
        words.put("no-lag", Until.NO_LAG);
        return words;
    }

    @Override
    public GoalResult on(ClusterSession session) {
        AwaitCluster.Result result = operation.run(session.cluster(), event -> session.say(event.sentence()));
        if (result instanceof AwaitCluster.Result.NotWhole none) {
            return tooLate(session, none.missing());
        }
        if (result instanceof AwaitCluster.Result.Behind behind) {
            return tooLate(
                    session,
                    behind.members().stream().map(WaitGoal::lag).map(Text::same).toList());
        }
        if (result instanceof AwaitCluster.Result.OutOfSight unseen) {
            return tooLate(session, List.of(unseen.reason()));
        }
        return session.success(reached(((AwaitCluster.Result.Reached) result).leader()));
    }

    private static String lag(Member member) {
        return member.name() + ": " + Bytes.of(member.lag());
    }

    private static GoalResult tooLate(ClusterSession session, List<Text> missing) {
        Text list = Text.joined("; ", missing);
        return session.failure(Text.of("not in time: " + list.en(), "не дождались: " + list.ru()));
    }

    private Text reached(String leader) {
        return switch (operation.until()) {
            case LEADER -> Text.of(leader + " leads", "лидер — " + leader);
            case STREAMING ->
                Text.of(
                        leader + " leads, the others stream from it",
                        "лидер — " + leader + ", остальные получают от него поток WAL");
            case NO_LAG -> Text.of(leader + " leads, nobody is behind", "лидер — " + leader + ", никто не отстаёт");
        };
    }
}
