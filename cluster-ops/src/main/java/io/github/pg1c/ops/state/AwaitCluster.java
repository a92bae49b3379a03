package io.github.pg1c.ops.state;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.ClusterOperation;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.internal.Polling;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits for a state of a cluster: a member leads, the others stream, no member is behind. Changes nothing.
 *
 * @param until the wanted state
 * @param leader the wanted leader; any member if empty
 * @param maximumLag bytes of WAL that count as no lag
 * @param patience the time limit
 * @since 0.1
 */
public record AwaitCluster(Until until, Optional<String> leader, long maximumLag, Duration patience)
        implements ClusterOperation<LeaderEvent, AwaitCluster.Result> {

    /** The default time limit. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The wanted state. */
    public enum Until {
        /** A member leads. */
        LEADER,
        /** In addition all other running members stream from it; a member with the tag {@code nostream} runs. */
        STREAMING,
        /** In addition no member is behind. */
        NO_LAG
    }

    /** The result of the wait. */
    public sealed interface Result extends OperationResult {
        /**
         * The cluster is in the wanted state.
         *
         * @param leader the leader
         */
        record Reached(String leader) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.DONE;
            }
        }

        /**
         * No member leads, another member leads, or not all others stream from it.
         *
         * @param missing the unmet conditions, one text each
         */
        record NotWhole(List<Text> missing) implements Result {
            /** Copies the list. */
            public NotWhole {
                missing = List.copyOf(missing);
            }

            @Override
            public ResultKind kind() {
                return ResultKind.TIMED_OUT;
            }
        }

        /**
         * Members are behind.
         *
         * @param members each with its lag
         */
        record Behind(List<Member> members) implements Result {
            /** Copies the list. */
            public Behind {
                members = List.copyOf(members);
            }

            @Override
            public ResultKind kind() {
                return ResultKind.TIMED_OUT;
            }
        }

        /**
         * The cluster did not answer when the lag was checked.
         *
         * @param reason why
         */
        record OutOfSight(Text reason) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.UNKNOWN;
            }
        }
    }

    /** Waits for this state, with any leader. */
    public static AwaitCluster until(Until until) {
        return new AwaitCluster(until, Optional.empty(), 0, PATIENCE);
    }

    /** The same with this member as the leader. */
    public AwaitCluster ledBy(String member) {
        return new AwaitCluster(until, Optional.of(member), maximumLag, patience);
    }

    /** The same, with more bytes of WAL that count as no lag. */
    public AwaitCluster toleratingLag(long bytes) {
        return new AwaitCluster(until, leader, bytes, patience);
    }

    /** The same with another limit. */
    public AwaitCluster within(Duration time) {
        return new AwaitCluster(until, leader, maximumLag, time);
    }

    @Override
    public Result run(ClusterConnection cluster, Consumer<? super LeaderEvent> listener) {
        long begin = cluster.waiting().nanoTime();
        LeaderWait wanted = LeaderWait.forAny().within(patience);
        wanted = leader.isPresent() ? wanted.toBe(leader.get()) : wanted;
        LeaderOutcome outcome =
                cluster.patroni().awaitLeader(until == Until.LEADER ? wanted : wanted.andStandbys(), listener);
        if (outcome instanceof LeaderOutcome.NotReached missing) {
            return new Result.NotWhole(missing.missing());
        }
        String name = ((LeaderOutcome.Reached) outcome).leader();
        if (until != Until.NO_LAG) {
            return new Result.Reached(name);
        }
        Duration left = patience.minusNanos(cluster.waiting().nanoTime() - begin);
        return new Polling(cluster.waiting(), left)
                .<Result>missing(() -> behind(cluster.patroni().cluster()), Result.OutOfSight::new)
                .orElseGet(() -> new Result.Reached(name));
    }

    private Optional<Result> behind(ClusterState cluster) {
        List<Member> behind = cluster.members().stream()
                .filter(member -> !member.isLeader() && !member.state().isAtRest() && !isNear(cluster, member))
                .toList();
        return behind.isEmpty() ? Optional.empty() : Optional.of(new Result.Behind(behind));
    }

    private boolean isNear(ClusterState cluster, Member member) {
        return cluster.replicates(member) && member.lag() instanceof Lag.Bytes lag && lag.count() <= maximumLag;
    }
}
