package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * Whether a switchover can work, found out before it is asked for: Patroni itself only says that there is no good
 * candidate. Between the look and the request things may change.
 *
 * @param wish the switchover
 * @param candidates the members that are considered: the named one, or all but the leader
 * @param obstacles what speaks against any switchover now
 * @since 0.1
 */
public record SwitchoverPlan(Switchover wish, List<Candidate> candidates, List<Refused> obstacles) {
    /** Copies the lists. */
    public SwitchoverPlan {
        candidates = List.copyOf(candidates);
        obstacles = List.copyOf(obstacles);
    }

    /** True when Patroni would find a member to hand over to. */
    public boolean isPossible() {
        return obstacles.isEmpty() && candidates.stream().anyMatch(Candidate::isPossible);
    }

    /** True when in addition nothing speaks against any member that Patroni may choose. */
    public boolean isSafe() {
        return isPossible() && candidates.stream().filter(Candidate::isPossible).allMatch(Candidate::isSound);
    }

    /** What is known of this member. */
    public Optional<Candidate> candidate(String member) {
        return candidates.stream().filter(c -> c.member().equals(member)).findFirst();
    }

    /** What speaks against it, one reason per line; empty when nothing does. */
    public Text explanation() {
        return Text.of(explanation(Language.EN), explanation(Language.RU));
    }

    private String explanation(Language language) {
        StringBuilder text = new StringBuilder();
        obstacles.forEach(
                obstacle -> text.append(obstacle.explanation().in(language)).append('\n'));
        candidates.forEach(candidate -> candidate
                .hindrances()
                .forEach(hindrance -> text.append(candidate.member())
                        .append(": ")
                        .append(hindrance.explanation().in(language))
                        .append('\n')));
        return text.toString();
    }
}
