package io.github.pg1c.ops.member;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.Member;

/**
 * What was last seen of a member that was waited for.
 *
 * @since 0.1
 */
public sealed interface Sighting {
    /**
     * The cluster tells its state, which is not the one that was waited for.
     *
     * @param member the member
     */
    record Seen(Member member) implements Sighting {}

    /** The cluster does not know the member. */
    record Absent() implements Sighting {}

    /**
     * Nobody answered.
     *
     * @param reason why
     */
    record OutOfSight(Text reason) implements Sighting {}
}
