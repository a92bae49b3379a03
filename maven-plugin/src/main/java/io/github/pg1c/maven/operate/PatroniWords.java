package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.member.Sighting;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Observation;
import io.github.pg1c.patroni.operation.Refused;
import java.util.List;
import java.util.function.Function;

/** What the client's values mean, in both languages. */
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

    static Text hindrance(Hindrance hindrance) {
        return hindrance.explanation();
    }

    /** Why nothing was done; Patroni's own words stand behind it. */
    static Text refusal(Refused refused) {
        Text why = refused.text().isBlank() ? refused.reason().meaning() : refused.explanation();
        return Text.of("refused, nothing was done: " + why.en(), "отказано, ничего не сделано: " + why.ru());
    }

    static Text noResponse(NoResponse none) {
        return switch (none.delivery()) {
            case NOT_SENT ->
                Text.of(
                        "nothing was done: " + none.reason(),
                        "ничего не сделано: " + none.explanation().ru());
            default -> {
                Text seen = none.seen().map(PatroniWords::observation).orElse(Text.same(""));
                yield Text.of(
                        "no answer, so it is NOT known whether it was done: " + none.reason() + seen.en(),
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

    /** Says that something is known only from a look at the cluster. */
    static Text evidence(Evidence evidence) {
        return evidence == Evidence.ANSWER
                ? Text.same("")
                : Text.of(
                        " (Patroni did not say so, but the cluster shows it)",
                        " (Patroni этого не сообщил, но это видно по кластеру)");
    }

    static Text event(LeaderEvent event) {
        if (event instanceof LeaderEvent.Leads leads) {
            return Text.of(
                    leads.member() + " holds the leader lock and is " + leads.state(),
                    leads.member() + " держит блокировку лидера, состояние " + leads.state());
        }
        if (event instanceof LeaderEvent.Streams streams) {
            return Text.of(streams.member() + " streams from it", streams.member() + " получает от него поток WAL");
        }
        if (event instanceof LeaderEvent.OutOfSight unseen) {
            return Text.of(
                    "out of sight: " + unseen.reason(),
                    "не видно: " + unseen.explanation().ru());
        }
        if (event instanceof LeaderEvent.NoLeader) {
            return Text.of("nobody holds the leader lock", "блокировку лидера не держит никто");
        }
        return event.sentence();
    }

    static Text change(ConfigChange change) {
        String from = change.oldValue().orElse(ABSENT);
        String to = change.newValue().orElse(ABSENT);
        String difference = change.name() + ": " + from + " -> " + to;
        return change.restart()
                ? Text.of(difference + " (takes effect at a restart)", difference + " (подействует после перезапуска)")
                : Text.same(difference);
    }

    static Text problem(ConfigProblem problem) {
        return problem.line();
    }

    /** What was last seen of a member; only a doubt is translated. */
    static Text sighting(Sighting sighting, Function<Member, String> seen) {
        if (sighting instanceof Sighting.Seen last) {
            return Text.same(seen.apply(last.member()));
        }
        if (sighting instanceof Sighting.NotConfirmed none) {
            return none.doubt().explanation();
        }
        return Text.same(sighting instanceof Sighting.OutOfSight unseen ? unseen.reason() : "?");
    }

    /** Why something scheduled was not cancelled. */
    static Text notCancelled(CancelOutcome outcome) {
        if (outcome instanceof CancelOutcome.Failed failed) {
            return Text.of("not cancelled: " + failed.text(), "не отменено: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return refusal(refused);
        }
        return outcome instanceof NoResponse none ? noResponse(none) : Text.same(outcome.toString());
    }

    /** Why the configuration was not changed. */
    static Text notChanged(ConfigOutcome outcome) {
        if (outcome instanceof ConfigOutcome.Rejected rejected) {
            List<Text> problems =
                    rejected.problems().stream().map(PatroniWords::problem).toList();
            return Text.of(
                    "nothing was changed: "
                            + String.join("; ", problems.stream().map(Text::en).toList()),
                    "ничего не изменено: "
                            + String.join("; ", problems.stream().map(Text::ru).toList()));
        }
        if (outcome instanceof ConfigOutcome.Failed failed) {
            return Text.of("not changed: " + failed.text(), "не изменено: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return refusal(refused);
        }
        return outcome instanceof NoResponse none ? noResponse(none) : Text.same(outcome.toString());
    }
}
