package io.github.pg1c.ops.member;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.Member;

/**
 * The last known state of a member during a wait.
 *
 * @since 0.1
 */
public sealed interface Sighting {
    /**
     * The cluster reports another state than the expected one.
     *
     * @param member the member
     */
    record Seen(Member member) implements Sighting {}

    /** The cluster does not know the member. */
    record Absent() implements Sighting {}

    /**
     * The cluster did not answer.
     *
     * @param reason why
     */
    record OutOfSight(Text reason) implements Sighting {}
}
