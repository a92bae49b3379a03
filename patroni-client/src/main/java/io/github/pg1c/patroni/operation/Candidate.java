package io.github.pg1c.patroni.operation;

import java.util.List;

/**
 * A member as a possible new leader.
 *
 * @param member its name
 * @param hindrances the reasons against it
 * @since 0.1
 */
public record Candidate(String member, List<Hindrance> hindrances) {
    /** Copies the list. */
    public Candidate {
        hindrances = List.copyOf(hindrances);
    }

    /** True when Patroni would accept the member. */
    public boolean isPossible() {
        return hindrances.stream().noneMatch(hindrance -> hindrance.kind().prevents());
    }

    /** True without any hindrance. */
    public boolean isSound() {
        return hindrances.isEmpty();
    }
}
