package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.PlannedOperation;

/**
 * A goal that shows its plan and asks before an irreversible action.
 *
 * @param <P> the plan
 * @param <E> events during the operation
 * @param <R> the result
 */
abstract class GuardedGoal<P extends OperationPlan, E, R extends OperationResult> implements ClusterGoal {

    private final PlannedOperation<P, E, R> operation;
    private final boolean dryRun;

    /**
     * A goal.
     *
     * @param operation the operation
     * @param dryRun whether to end after the plan
     */
    GuardedGoal(PlannedOperation<P, E, R> operation, boolean dryRun) {
        this.operation = operation;
        this.dryRun = dryRun;
    }

    @Override
    public final GoalResult on(ClusterSession session) {
        P plan = operation.plan(session.cluster());
        show(session, plan);
        if (!plan.isPossible()) {
            return ObstacleWords.failure(session, plan.obstacles());
        }
        if (plan.isNothing()) {
            return session.success(nothing());
        }
        if (dryRun) {
            return session.success(dryRun());
        }
        return session.refusal(question(plan))
                .orElseGet(() -> end(session, operation.run(session.cluster(), plan, event -> tell(session, event))));
    }

    /** Shows the plan, also one with obstacles, which the last sentence names. */
    abstract void show(ClusterSession session, P plan);

    /** Says that there is nothing to do. */
    Text nothing() {
        return Text.of("nothing to do", "делать нечего");
    }

    /** Says that a dry run ends here. */
    Text dryRun() {
        return Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано");
    }

    /** The question before the operation. */
    abstract Text question(P plan);

    /** Reports an event. */
    abstract void tell(ClusterSession session, E event);

    /** Reports the result. */
    abstract GoalResult end(ClusterSession session, R result);
}
