package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.leader.HandoverEvent;
import io.github.pg1c.ops.leader.HandoverResult;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;

/** The words for switchovers and failovers. */
record HandoverWords(ClusterSession session) {

    /** Shows for each candidate whether it can take over, and the reasons against it. */
    void show(SwitchoverPlan plan) {
        plan.obstacles().forEach(obstacle -> session.warn(PatroniWords.refusal(obstacle)));
        plan.candidates().forEach(this::show);
    }

    void show(Candidate candidate) {
        String name = candidate.member();
        if (candidate.isSound()) {
            session.say(Text.of("  " + name + ": can take over", "  " + name + ": может принять роль лидера"));
            return;
        }
        if (candidate.isPossible()) {
            session.warn(
                    Text.of("  " + name + ": can take over, but", "  " + name + ": может принять роль лидера, но"));
        } else {
            session.say(Text.of("  " + name + ": cannot take over", "  " + name + ": не может принять роль лидера"));
        }
        candidate.hindrances().forEach(hindrance -> show(candidate, hindrance));
    }

    private void show(Candidate candidate, Hindrance hindrance) {
        Text text = hindrance.explanation();
        Text line = Text.of("    - " + text.en(), "    - " + text.ru());
        if (candidate.isPossible()) {
            session.warn(line);
        } else {
            session.say(line);
        }
    }

    void tell(HandoverEvent event) {
        if (event instanceof HandoverEvent.LeaderChanged changed) {
            Text evidence = PatroniWords.evidence(changed.evidence());
            session.say(Text.of(
                    changed.leader() + " is the leader" + evidence.en(),
                    "лидер теперь " + changed.leader() + evidence.ru()));
        } else if (event instanceof HandoverEvent.Progress progress) {
            session.say(progress.event().sentence());
        }
    }

    GoalResult end(HandoverResult result) {
        if (result instanceof HandoverResult.Done done) {
            return session.success(Text.of(
                    "done: " + done.leader() + " leads, the others stream from it",
                    "готово: лидер " + done.leader() + ", остальные получают от него поток WAL"));
        }
        if (result instanceof HandoverResult.Scheduled scheduled) {
            Text evidence = PatroniWords.evidence(scheduled.evidence());
            return session.success(Text.of(
                    "scheduled at " + scheduled.at() + evidence.en(),
                    "запланировано на " + scheduled.at() + evidence.ru()));
        }
        if (result instanceof HandoverResult.NotFollowed late) {
            Text list = Text.joined("; ", late.missing());
            return session.failure(Text.of(
                    late.leader() + " took over, but the cluster is not whole again: " + list.en(),
                    late.leader() + " стал лидером, но кластер ещё не восстановился: " + list.ru()));
        }
        if (result instanceof HandoverResult.NotPossible none) {
            return ObstacleWords.failure(session, none.obstacles());
        }
        return session.failure(failure(((HandoverResult.NotDone) result).outcome()));
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
        return PatroniWords.noResponse((NoResponse) outcome);
    }
}
