package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.leader.CancelSwitchover;

/** Cancels a scheduled switchover. */
public final class CancelSwitchoverGoal implements ClusterGoal {

    private static final Text NOTHING = Text.of("nothing was scheduled", "ничего не было запланировано");

    @Override
    public GoalResult on(ClusterSession session) {
        CancelSwitchover.Result result = new CancelSwitchover().run(session.cluster(), event -> {});
        if (result instanceof CancelSwitchover.Result.Done) {
            return session.success(Text.of("cancelled", "отменено"));
        }
        if (result instanceof CancelSwitchover.Result.NotDone none) {
            return session.failure(PatroniWords.notCancelled(none.outcome()));
        }
        session.warn(NOTHING);
        return GoalResult.success();
    }
}
