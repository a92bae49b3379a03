package io.github.pg1c.ops.member;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes members read their configuration files again. A refusal does not stop the requests to the other members.
 *
 * @param choice the chosen members
 * @since 0.1
 */
public record ReloadMembers(MemberChoice choice)
        implements PlannedOperation<ReloadMembers.Plan, ReloadMembers.Event, ReloadMembers.Result> {

    /**
     * The plan: the members to ask.
     *
     * @param members the chosen members
     * @param obstacles the reasons that prevent it
     */
    public record Plan(List<Member> members, List<Obstacle> obstacles) implements OperationPlan {
        /** Copies the lists. */
        public Plan {
            members = List.copyOf(members);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * The answer of a member.
     *
     * @param member its name
     * @param outcome its answer
     */
    public record Event(String member, ReloadOutcome outcome) {}

    /** The result. */
    public sealed interface Result extends OperationResult {
        /** Every member will read its files in its next loop. */
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
         * Some or all members will not reload, or that is not known.
         *
         * @param members the answers of these members, by name
         */
        record NotByAll(Map<String, ReloadOutcome> members) implements Result {
            /** Copies the map, in its order. */
            public NotByAll {
                members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            }

            @Override
            public ResultKind kind() {
                return ResultKind.PARTIAL;
            }
        }
    }

    @Override
    public Plan plan(ClusterConnection cluster) {
        MemberChoice.Chosen chosen = choice.in(cluster.patroni().cluster());
        return new Plan(chosen.members(), chosen.obstacles());
    }

    @Override
    public Result run(ClusterConnection cluster, Plan plan, Consumer<? super Event> listener) {
        if (!plan.isPossible()) {
            return new Result.NotPossible(plan.obstacles());
        }
        Map<String, ReloadOutcome> failed = new LinkedHashMap<>();
        for (Member member : plan.members()) {
            ReloadOutcome outcome = cluster.patroni().reload(member.apiUrl().orElseThrow());
            listener.accept(new Event(member.name(), outcome));
            if (!(outcome instanceof ReloadOutcome.Requested)) {
                failed.put(member.name(), outcome);
            }
        }
        return failed.isEmpty() ? new Result.Done() : new Result.NotByAll(failed);
    }
}
