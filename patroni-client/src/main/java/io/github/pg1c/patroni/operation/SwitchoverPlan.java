package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * The check of a switchover before its request. Patroni itself reports only that there is no good candidate. The state
 * may change between check and request.
 *
 * @param wish the switchover
 * @param candidates the possible new leaders: the named one, or all but the leader
 * @param obstacles reasons against any switchover now
 * @since 0.1
 */
public record SwitchoverPlan(Switchover wish, List<Candidate> candidates, List<Refused> obstacles) {
    /** Copies the lists. */
    public SwitchoverPlan {
        candidates = List.copyOf(candidates);
        obstacles = List.copyOf(obstacles);
    }

    /** True when Patroni would find a new leader. */
    public boolean isPossible() {
        return obstacles.isEmpty() && candidates.stream().anyMatch(Candidate::isPossible);
    }

    /** True when in addition no member that Patroni may choose has a hindrance. */
    public boolean isSafe() {
        return isPossible() && candidates.stream().filter(Candidate::isPossible).allMatch(Candidate::isSound);
    }

    /** The check of this member. */
    public Optional<Candidate> candidate(String member) {
        return candidates.stream().filter(c -> c.member().equals(member)).findFirst();
    }

    /** The reasons against it, one per line; empty without any. */
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
