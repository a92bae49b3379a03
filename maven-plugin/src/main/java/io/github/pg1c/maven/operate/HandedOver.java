package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import java.time.Duration;

/**
 * The end of a switchover or failover: only the leader that was wanted, running and followed by the others, is a success.
 *
 * @param from who was the leader
 * @param patience how long the others may take to stream from the new one
 */
record HandedOver(Session session, String from, Duration patience) {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    GoalResult end(SwitchoverOutcome outcome) {
        if (outcome instanceof SwitchoverOutcome.Completed done) {
            Text evidence = PatroniWords.evidence(done.evidence());
            session.say(Text.of(
                    done.leader() + " is the leader" + evidence.en(), "лидер теперь " + done.leader() + evidence.ru()));
            return followed(done.leader());
        }
        if (outcome instanceof SwitchoverOutcome.Scheduled scheduled) {
            Text evidence = PatroniWords.evidence(scheduled.evidence());
            return session.success(Text.of(
                    "scheduled at " + scheduled.at() + evidence.en(),
                    "запланировано на " + scheduled.at() + evidence.ru()));
        }
        return session.failure(failure(outcome));
    }

    private GoalResult followed(String leader) {
        LeaderWait wish = LeaderWait.forAny().toBe(leader).andStandbys().within(patience);
        LeaderOutcome outcome = session.patroni().awaitLeader(wish, event -> session.say(PatroniWords.event(event)));
        if (outcome instanceof LeaderOutcome.NotReached missing) {
            String list = String.join("; ", missing.missing());
            return session.failure(Text.of(
                    leader + " took over, but the cluster is not whole again: " + list,
                    leader + " стал лидером, но кластер ещё не восстановился: " + list));
        }
        return session.success(Text.of(
                "done: " + leader + " leads, the others stream from it",
                "готово: лидер " + leader + ", остальные получают от него поток WAL"));
    }

    private static Text failure(SwitchoverOutcome outcome) {
        if (outcome instanceof SwitchoverOutcome.CompletedElsewhere other) {
            return Text.of(
                    other.actual() + " is the leader now, not " + other.asked() + " as was asked",
                    "лидером стал " + other.actual() + ", а не " + other.asked() + ", как просили");
        }
        if (outcome instanceof SwitchoverOutcome.Failed failed) {
            String leader = failed.leader().orElse("?");
            return Text.of(
                    "it was begun and given up: " + failed.text() + "; the leader is " + leader,
                    "начато и не завершено: " + failed.text() + "; лидер — " + leader);
        }
        if (outcome instanceof SwitchoverOutcome.StatusUnknown unknown) {
            Text seen = unknown.seen().map(PatroniWords::observation).orElse(Text.same(""));
            return Text.of(
                    "it is NOT known whether it was done, it may still be under way: " + unknown.text() + seen.en(),
                    "НЕИЗВЕСТНО, сделано ли это, возможно, ещё идёт: " + unknown.text() + seen.ru());
        }
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return outcome instanceof NoResponse none ? PatroniWords.noResponse(none) : Text.same(outcome.toString());
    }
}
