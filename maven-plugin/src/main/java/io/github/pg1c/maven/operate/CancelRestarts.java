package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cancels scheduled restarts of members. */
public final class CancelRestarts implements Operation {

    private final MemberChoice choice;

    private CancelRestarts(MemberChoice choice) {
        this.choice = choice;
    }

    /** What the parameters say; all members that have a restart scheduled, if they name nobody. */
    public static Function<ParameterProblems, Operation> of(List<String> members, Optional<String> role) {
        return complaints -> new CancelRestarts(MemberChoice.of(complaints, members, role));
    }

    @Override
    public GoalResult on(Session session) {
        return choice.with(session, session.patroni().cluster(), chosen -> {
            List<Member> waiting = chosen.stream()
                    .filter(member -> member.scheduledRestart().isPresent())
                    .toList();
            if (waiting.isEmpty()) {
                session.warn(Text.of("nothing was scheduled", "ничего не было запланировано"));
            }
            for (Member member : waiting) {
                GoalResult outcome = CancelSwitchover.end(
                        session,
                        session.patroni().cancelRestart(member.apiUrl().orElseThrow()),
                        Text.same(member.name() + ": "));
                if (outcome.failed()) {
                    return outcome;
                }
            }
            return GoalResult.success();
        });
    }
}
