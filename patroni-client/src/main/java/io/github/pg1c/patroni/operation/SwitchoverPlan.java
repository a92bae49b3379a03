package io.github.pg1c.patroni.operation;

import java.util.List;
import java.util.Optional;

/**
 * Whether a switchover can work, found out before it is asked for: Patroni itself only says that there is no good candidate. Between the look and the request things may change.
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

    /** True when Patroni would find somebody to hand over to. */
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
    public String explanation() {
        StringBuilder text = new StringBuilder();
        obstacles.forEach(obstacle -> text.append(obstacle.text()).append('\n'));
        candidates.forEach(candidate -> candidate
                .hindrances()
                .forEach(hindrance -> text.append(candidate.member())
                        .append(": ")
                        .append(hindrance.text())
                        .append('\n')));
        return text.toString();
    }
}
