package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets members read their configuration files again. */
public final class ReloadMembers implements Operation {

    private final MemberChoice choice;

    private ReloadMembers(MemberChoice choice) {
        this.choice = choice;
    }

    /** What the parameters say; all members if they name nobody. */
    public static Function<ParameterProblems, Operation> of(List<String> members, Optional<String> role) {
        return complaints -> new ReloadMembers(MemberChoice.of(complaints, members, role));
    }

    @Override
    public GoalResult on(Session session) {
        return choice.with(session, session.patroni().cluster(), chosen -> {
            List<String> failed = new ArrayList<>();
            for (Member member : chosen) {
                ReloadOutcome outcome = session.patroni().reload(member.apiUrl().orElseThrow());
                if (outcome instanceof ReloadOutcome.Requested) {
                    session.say(Text.of(
                            member.name() + ": will read its configuration in its next loop",
                            member.name() + ": прочитает конфигурацию в следующем цикле"));
                } else {
                    failed.add(member.name());
                    Text why = failure(outcome);
                    session.warn(Text.of(member.name() + ": " + why.en(), member.name() + ": " + why.ru()));
                }
            }
            String names = String.join(", ", failed);
            return failed.isEmpty()
                    ? GoalResult.success()
                    : session.failure(Text.of("not reloaded: " + names, "не перечитали конфигурацию: " + names));
        });
    }

    private static Text failure(ReloadOutcome outcome) {
        if (outcome instanceof ReloadOutcome.Failed failed) {
            return Text.same(failed.text());
        }
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return outcome instanceof NoResponse none ? PatroniWords.noResponse(none) : Text.same(outcome.toString());
    }
}
