package io.github.pg1c.ops.member;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cancels scheduled restarts of members; ends at the first failure.
 *
 * @param choice the chosen members
 * @since 0.1
 */
public record CancelRestarts(MemberChoice choice)
        implements PlannedOperation<CancelRestarts.Plan, CancelRestarts.Event, CancelRestarts.Result> {

    /**
     * The plan: the restarts to cancel.
     *
     * @param members the chosen members with a scheduled restart
     * @param obstacles the reasons that prevent it
     */
    public record Plan(List<Member> members, List<Obstacle> obstacles) implements OperationPlan {
        /** Copies the lists. */
        public Plan {
            members = List.copyOf(members);
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public boolean isNothing() {
            return isPossible() && members.isEmpty();
        }
    }

    /** The result for one member. */
    public sealed interface Event {
        /**
         * It was cancelled.
         *
         * @param member the member's name
         */
        record Cancelled(String member) implements Event {}

        /**
         * No restart was scheduled any more.
         *
         * @param member the member's name
         */
        record NothingScheduled(String member) implements Event {}
    }

    /** The result. */
    public sealed interface Result extends OperationResult {
        /**
         * None of the members has a scheduled restart now.
         *
         * @param members the members whose restarts were cancelled
         */
        record Done(List<String> members) implements Result {
            /** Copies the list. */
            public Done {
                members = List.copyOf(members);
            }

            @Override
            public ResultKind kind() {
                return members.isEmpty() ? ResultKind.NOTHING_TO_DO : ResultKind.DONE;
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
         * A restart was not cancelled, or that is not known; those after it are still scheduled.
         *
         * @param member the member's name
         * @param outcome the outcome of the request
         */
        record Stopped(String member, CancelOutcome outcome) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKinds.of(outcome);
            }
        }
    }

    @Override
    public Plan plan(ClusterConnection cluster) {
        Survey survey = cluster.patroni().survey();
        MemberChoice.Chosen chosen = choice.in(survey.cluster().orElseGet(cluster.patroni()::cluster));
        return new Plan(
                chosen.members().stream()
                        .filter(member -> survey.status(member.name())
                                .map(MemberStatus::scheduledRestart)
                                .orElse(member.scheduledRestart())
                                .isPresent())
                        .toList(),
                chosen.obstacles());
    }

    @Override
    public Result run(ClusterConnection cluster, Plan plan, Consumer<? super Event> listener) {
        if (!plan.isPossible()) {
            return new Result.NotPossible(plan.obstacles());
        }
        List<String> done = new ArrayList<>();
        for (Member member : plan.members()) {
            String name = member.name();
            CancelOutcome outcome =
                    cluster.patroni().cancelRestart(member.apiUrl().orElseThrow());
            if (outcome instanceof CancelOutcome.Cancelled) {
                listener.accept(new Event.Cancelled(name));
                done.add(name);
            } else if (outcome instanceof Refused refused && refused.reason() == RefusalReason.NOTHING_SCHEDULED) {
                listener.accept(new Event.NothingScheduled(name));
            } else {
                return new Result.Stopped(name, outcome);
            }
        }
        return new Result.Done(done);
    }
}
