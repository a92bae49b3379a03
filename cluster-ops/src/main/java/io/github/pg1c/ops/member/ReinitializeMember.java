package io.github.pg1c.ops.member;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.internal.Polling;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a member drop its data and copy them again, and waits until it streams from the leader with the new data.
 *
 * @param member its name
 * @param how whether to cancel a running operation on it, and the source of the copy
 * @param patience the time limit for the copy
 * @since 0.1
 */
public record ReinitializeMember(String member, Reinitialize how, Duration patience)
        implements PlannedOperation<ReinitializeMember.Plan, ReinitializeMember.Event, ReinitializeMember.Result> {

    /** The default time limit for the copy. */
    public static final Duration PATIENCE = Duration.ofHours(6);

    /**
     * The plan: the member before its data are dropped.
     *
     * @param member the member; empty when the cluster does not have it
     * @param obstacles the reasons that prevent it: the member is unknown, or is the leader
     */
    public record Plan(Optional<Member> member, List<Obstacle> obstacles) implements OperationPlan {
        /** Copies the list. */
        public Plan {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** An event during the operation. */
    public sealed interface Event {
        /**
         * The member has begun to drop its data and to copy them again.
         *
         * @param member its name
         */
        record CopyBegun(String member) implements Event {}
    }

    /** The result. */
    public sealed interface Result extends OperationResult {
        /** The member streams from the leader with new data. */
        record Done() implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.DONE;
            }
        }

        /**
         * Nothing was done.
         *
         * @param obstacles why
         */
        record NotPossible(List<Obstacle> obstacles) implements Result {
            /** Copies the list. */
            public NotPossible {
                obstacles = List.copyOf(obstacles);
            }

            @Override
            public ResultKind kind() {
                return ResultKind.REFUSED;
            }
        }

        /**
         * The copy has not begun, or that is not known.
         *
         * @param outcome Patroni's answer
         */
        record NotBegun(ReinitializeOutcome outcome) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKinds.of(outcome);
            }
        }

        /**
         * The member did not stream in time; the copy may still be under way.
         *
         * @param seen its last known state
         */
        record NotStreaming(Sighting seen) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.TIMED_OUT;
            }
        }
    }

    /** A copy that cancels no running operation, from a member that Patroni chooses. */
    public static ReinitializeMember named(String member) {
        return new ReinitializeMember(member, Reinitialize.GENTLY, PATIENCE);
    }

    /** The same with other options. */
    public ReinitializeMember by(Reinitialize way) {
        return new ReinitializeMember(member, way, patience);
    }

    /** The same with another limit. */
    public ReinitializeMember within(Duration time) {
        return new ReinitializeMember(member, how, time);
    }

    @Override
    public Plan plan(ClusterConnection cluster) {
        MemberChoice.Chosen chosen =
                MemberChoice.named(member).in(cluster.patroni().cluster());
        List<Obstacle> obstacles = new ArrayList<>(chosen.obstacles());
        if (chosen.members().stream().anyMatch(Member::isLeader)) {
            obstacles.add(new Obstacle.IsLeader(member));
        }
        return new Plan(chosen.members().stream().findFirst(), obstacles);
    }

    @Override
    public Result run(ClusterConnection cluster, Plan plan, Consumer<? super Event> listener) {
        if (!plan.isPossible()) {
            return new Result.NotPossible(plan.obstacles());
        }
        URI api = plan.member().flatMap(Member::apiUrl).orElseThrow();
        Optional<OffsetDateTime> before = started(cluster, api);
        ReinitializeOutcome outcome = cluster.patroni().reinitialize(api, how);
        if (!(outcome instanceof ReinitializeOutcome.Started)) {
            return new Result.NotBegun(outcome);
        }
        listener.accept(new Event.CopyBegun(member));
        return awaitCopy(cluster, api, before)
                .<Result>map(Result.NotStreaming::new)
                .orElseGet(Result.Done::new);
    }

    /** The cluster shows the old state for a while, so the new PostgreSQL is known by the time of its start. */
    private Optional<Sighting> awaitCopy(ClusterConnection connection, URI api, Optional<OffsetDateTime> before) {
        return new Polling(connection.waiting(), patience)
                .missing(
                        () -> {
                            Optional<OffsetDateTime> now = started(connection, api);
                            return Sighting.missing(
                                    connection,
                                    member,
                                    (cluster, seen) ->
                                            now.isPresent() && !now.equals(before) && cluster.replicates(seen));
                        },
                        Sighting.OutOfSight::new);
    }

    private static Optional<OffsetDateTime> started(ClusterConnection cluster, URI api) {
        try {
            return Optional.of(cluster.patroni().member(api)).flatMap(MemberStatus::postmasterStart);
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }
}
