package io.github.pg1c.ops.state;

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
 * Waits until a cluster is as a program needs it: somebody leads, the others stream, nobody is behind. Changes nothing.
 *
 * @param until what to wait for
 * @param leader who leads in the end; anyone if empty
 * @param maximumLag bytes of WAL that count as no lag
 * @param patience how long to wait
 * @since 0.1
 */
public record AwaitCluster(Until until, Optional<String> leader, long maximumLag, Duration patience)
        implements ClusterOperation<LeaderEvent, AwaitCluster.Result> {

    /** How long to wait, if nothing else is asked for. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What to wait for. */
    public enum Until {
        /** Somebody leads. */
        LEADER,
        /** And all others that run stream from it; one with the tag {@code nostream} runs. */
        STREAMING,
        /** And are not behind. */
        NO_LAG
    }

    /** How the wait has ended. */
    public sealed interface Result extends OperationResult {
        /**
         * The cluster is as it should be.
         *
         * @param leader who leads
         */
        record Reached(String leader) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.DONE;
            }
        }

        /**
         * Nobody leads, somebody else does, or not all others stream from it.
         *
         * @param missing what is missing, for people
         */
        record NotWhole(List<String> missing) implements Result {
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
         * Nobody answered when the lag was looked at.
         *
         * @param reason why, for people
         */
        record OutOfSight(String reason) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.UNKNOWN;
            }
        }
    }

    /** Waits for this, whoever leads. */
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
