package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;

/** Cancels a scheduled switchover. */
public final class CancelSwitchover implements Operation {

    @Override
    public GoalResult on(Session session) {
        return end(session, session.patroni().cancelSwitchover(), Text.same(""));
    }

    static GoalResult end(Session session, CancelOutcome outcome, Text what) {
        if (outcome instanceof CancelOutcome.Cancelled) {
            return session.success(Text.of(what.en() + "cancelled", what.ru() + "отменено"));
        }
        if (outcome instanceof CancelOutcome.Failed failed) {
            return session.failure(Text.of(
                    what.en() + "not cancelled: " + failed.text(), what.ru() + "не отменено: " + failed.text()));
        }
        if (outcome instanceof Refused refused && refused.reason() == RefusalReason.NOTHING_SCHEDULED) {
            session.warn(Text.of(what.en() + "nothing was scheduled", what.ru() + "ничего не было запланировано"));
            return GoalResult.success();
        }
        Text why = outcome instanceof Refused refused
                ? PatroniWords.refusal(refused)
                : outcome instanceof NoResponse none ? PatroniWords.noResponse(none) : Text.same(outcome.toString());
        return session.failure(Text.of(what.en() + why.en(), what.ru() + why.ru()));
    }
}
