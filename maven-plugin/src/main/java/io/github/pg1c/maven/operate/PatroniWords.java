package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.member.Sighting;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigEffect;
import io.github.pg1c.patroni.config.ConfigEffect.Visibility;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Observation;
import io.github.pg1c.patroni.operation.Refused;
import java.util.function.Function;

/** The words for values of the client. */
final class PatroniWords {

    private static final String ABSENT = "—";

    private PatroniWords() {}

    static Text scheduled(ScheduledSwitchover scheduled) {
        String at = scheduled.at().map(Object::toString).orElse("?");
        String from = scheduled.from().orElse("?");
        return Text.of(
                "a switchover from " + from + " to " + scheduled.to().orElse("whom Patroni chooses")
                        + " is scheduled at " + at,
                "на " + at + " запланировано переключение с " + from + " на "
                        + scheduled.to().orElse("узел по выбору Patroni"));
    }

    /** Why a member does not answer. */
    static Text noAnswer(MemberView view) {
        return view.explanation().orElseGet(() -> Text.of("no answer", "ответа нет"));
    }

    /** Why nothing was done, with Patroni's own words. */
    static Text refusal(Refused refused) {
        Text why = refused.explanation().en().isBlank() ? refused.reason().meaning() : refused.explanation();
        return Text.of("refused, nothing was done: " + why.en(), "отказано, ничего не сделано: " + why.ru());
    }

    static Text noResponse(NoResponse none) {
        return switch (none.delivery()) {
            case NOT_SENT ->
                Text.of(
                        "nothing was done: " + none.explanation().en(),
                        "ничего не сделано: " + none.explanation().ru());
            default -> {
                Text seen = none.seen().map(PatroniWords::observation).orElse(Text.same(""));
                yield Text.of(
                        "no answer, so it is NOT known whether it was done: "
                                + none.explanation().en() + seen.en(),
                        "ответа нет, поэтому НЕИЗВЕСТНО, сделано ли это: "
                                + none.explanation().ru() + seen.ru());
            }
        };
    }

    static Text observation(Observation seen) {
        return Text.of(
                "; afterwards the leader was " + seen.leader().orElse("nobody")
                        + seen.scheduled()
                                .map(s -> ", and " + scheduled(s).en())
                                .orElse(""),
                "; после этого лидером был " + seen.leader().orElse("никто")
                        + seen.scheduled().map(s -> ", и " + scheduled(s).ru()).orElse(""));
    }

    /** An addition for outcomes that are known only from the state of the cluster. */
    static Text evidence(Evidence evidence) {
        return evidence == Evidence.ANSWER
                ? Text.same("")
                : Text.of(
                        " (Patroni did not say so, but the cluster shows it)",
                        " (Patroni этого не сообщил, но это видно по кластеру)");
    }

    static Text change(ConfigChange change) {
        String from = change.oldValue().orElse(ABSENT);
        String to = change.newValue().orElse(ABSENT);
        String difference = change.name() + ": " + from + " -> " + to;
        return change.restart()
                ? Text.of(difference + " (takes effect at a restart)", difference + " (подействует после перезапуска)")
                : Text.same(difference);
    }

    /** What members make of changed values. */
    static Text effect(String names, Visibility visibility) {
        return switch (visibility) {
            case SHOWN ->
                Text.of(names + ": confirmed, the members act on it", names + ": подтверждено, узлы этому следуют");
            case AWAITS_RESTART ->
                Text.of(
                        names + ": it waits for a restart on every member",
                        names + ": ждёт перезапуска на каждом узле");
            default ->
                Text.of(
                        names + ": every member knows the new value; that it acts on it is not confirmed, as Patroni"
                                + " does not show it",
                        names + ": новое значение знает каждый узел; что он ему следует, не подтверждено: Patroni этого"
                                + " не показывает");
        };
    }

    /** The members that do not follow a changed value. */
    static Text missing(ConfigEffect effect) {
        String members = String.join(", ", effect.members());
        return effect.visibility() == Visibility.NOT_KNOWN
                ? Text.of(
                        effect.name() + ": no answer, or another value, from " + members,
                        effect.name() + ": нет ответа или другое значение: " + members)
                : Text.of(
                        effect.name() + ": the new value is known and not acted on by " + members,
                        effect.name() + ": новое значение известно, но ему не следуют: " + members);
    }

    /** The last known state of a member; Patroni's words for it are not translated. */
    static Text sighting(Sighting sighting, Function<Member, String> seen) {
        if (sighting instanceof Sighting.Seen last) {
            return Text.same(seen.apply(last.member()));
        }
        if (sighting instanceof Sighting.NotConfirmed none) {
            return none.doubt().explanation();
        }
        return sighting instanceof Sighting.OutOfSight unseen
                ? unseen.reason()
                : Text.of("the cluster does not list it", "в кластере его нет");
    }

    /** Why a scheduled operation was not cancelled. */
    static Text notCancelled(CancelOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return refusal(refused);
        }
        return noResponse((NoResponse) outcome);
    }

    /** Why the configuration was not changed. */
    static Text notChanged(ConfigOutcome outcome) {
        if (outcome instanceof ConfigOutcome.Rejected rejected) {
            Text problems = Text.joined(
                    "; ", rejected.problems().stream().map(ConfigProblem::line).toList());
            return Text.of("nothing was changed: " + problems.en(), "ничего не изменено: " + problems.ru());
        }
        if (outcome instanceof ConfigOutcome.Failed failed) {
            return Text.of("not changed: " + failed.text(), "не изменено: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return refusal(refused);
        }
        return noResponse((NoResponse) outcome);
    }
}
