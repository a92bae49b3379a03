package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Waits until a cluster is as a script needs it, and fails when it is not in time. */
public final class AwaitCluster implements Operation {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private enum Until {
        LEADER,
        STREAMING,
        NO_LAG;

        static Map<String, Until> words() {
            Map<String, Until> words = new LinkedHashMap<>();
            words.put("leader", LEADER);
            words.put("streaming", STREAMING);
            words.put("no-lag", NO_LAG);
            return words;
        }
    }

    /**
     * What the user may say.
     *
     * @param until {@code leader}, {@code streaming} (and all others stream from it) or {@code no-lag} (and are not behind)
     * @param leader who shall be the leader; anybody if empty
     * @param maximumLag the lag that counts as none; 0 if empty
     * @param timeout how long to wait
     */
    public record Order(
            Optional<String> until, Optional<String> leader, Optional<String> maximumLag, Optional<String> timeout) {}

    private final Until until;
    private final Optional<String> leader;
    private final long maximumLag;
    private final Duration patience;

    private AwaitCluster(Until until, Optional<String> leader, long maximumLag, Duration patience) {
        this.until = until;
        this.leader = leader;
        this.maximumLag = maximumLag;
        this.patience = patience;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, Operation> of(Order order) {
        return complaints -> new AwaitCluster(
                complaints
                        .word(PropertyNames.UNTIL, order.until(), Until.words())
                        .orElse(Until.STREAMING),
                order.leader(),
                complaints
                        .size(PropertyNames.MAX_LAG, order.maximumLag())
                        .map(MemorySize::bytes)
                        .orElse(0L),
                complaints.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(PATIENCE));
    }

    @Override
    public GoalResult on(Session session) {
        long begin = session.waiting().nanoTime();
        LeaderWait wish = LeaderWait.forAny().within(patience);
        wish = leader.isPresent() ? wish.toBe(leader.get()) : wish;
        LeaderOutcome outcome = session.patroni()
                .awaitLeader(
                        until == Until.LEADER ? wish : wish.andStandbys(),
                        event -> session.say(PatroniWords.event(event)));
        if (outcome instanceof LeaderOutcome.NotReached missing) {
            return tooLate(session, String.join("; ", missing.missing()));
        }
        if (until == Until.NO_LAG) {
            Duration left = patience.minusNanos(session.waiting().nanoTime() - begin);
            Optional<String> behind = new Patience(session.waiting(), left)
                    .exhausted(() -> behind(session.patroni().cluster()));
            if (behind.isPresent()) {
                return tooLate(session, behind.get());
            }
        }
        String name = ((LeaderOutcome.Reached) outcome).leader();
        return session.success(
                switch (until) {
                    case LEADER -> Text.of(name + " leads", "лидер — " + name);
                    case STREAMING ->
                        Text.of(
                                name + " leads, the others stream from it",
                                "лидер — " + name + ", остальные получают от него поток WAL");
                    case NO_LAG -> Text.of(name + " leads, nobody is behind", "лидер — " + name + ", никто не отстаёт");
                });
    }

    private GoalResult tooLate(Session session, String missing) {
        return session.failure(Text.of("not in time: " + missing, "не дождались: " + missing));
    }

    private Optional<String> behind(ClusterState cluster) {
        List<String> behind = cluster.members().stream()
                .filter(member -> !member.isLeader() && !isNear(cluster, member))
                .map(member -> member.name() + ": " + Bytes.of(member.lag()))
                .toList();
        return behind.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", behind));
    }

    private boolean isNear(ClusterState cluster, Member member) {
        return cluster.follows(member) && member.lag() instanceof Lag.Bytes lag && lag.count() <= maximumLag;
    }
}
