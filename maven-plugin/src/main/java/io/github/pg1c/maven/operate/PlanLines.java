package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.SwitchoverPlan;

/** Tells for each candidate whether it can take over, and what speaks against it. */
record PlanLines(Session session) {

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
        Text text = PatroniWords.hindrance(hindrance);
        Text line = Text.of("    - " + text.en(), "    - " + text.ru());
        if (candidate.isPossible()) {
            session.warn(line);
        } else {
            session.say(line);
        }
    }
}
