package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.PlannedOperation;

/**
 * A goal that shows its plan and asks before it does anything that cannot be taken back.
 *
 * @param <P> what would be done
 * @param <E> what happens meanwhile
 * @param <R> how it ends
 */
abstract class GuardedGoal<P extends OperationPlan, E, R extends OperationResult> implements ClusterGoal {

    private final PlannedOperation<P, E, R> operation;
    private final boolean dryRun;

    /**
     * A goal.
     *
     * @param operation what to do
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

    /** Says what would be done; also of a plan with obstacles, of which the last sentence tells. */
    abstract void show(ClusterSession session, P plan);

    /** Says that there is nothing to do. */
    Text nothing() {
        return Text.of("nothing to do", "делать нечего");
    }

    /** Says that this was all. */
    Text dryRun() {
        return Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано");
    }

    /** Asks whether to do it. */
    abstract Text question(P plan);

    /** Says what has happened. */
    abstract void tell(ClusterSession session, E event);

    /** Says how it has ended. */
    abstract GoalResult end(ClusterSession session, R result);
}
