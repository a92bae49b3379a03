package io.github.pg1c.ops.member;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Doubt;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Survey;
import java.util.Optional;
import java.util.function.BiPredicate;

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

    /**
     * The cluster lists the expected state, but the member does not confirm it.
     *
     * @param doubt the doubt
     */
    record NotConfirmed(Doubt doubt) implements Sighting {}

    /** The cluster does not know the member. */
    record Absent() implements Sighting {}

    /**
     * The cluster did not answer.
     *
     * @param reason why
     */
    record OutOfSight(Text reason) implements Sighting {}

    /**
     * The difference from a state that the cluster lists and the member confirms; empty if there is none.
     *
     * @param wanted the expected state
     */
    static Optional<Sighting> missing(
            ClusterConnection connection, String name, BiPredicate<ClusterState, Member> wanted) {
        Survey survey = connection.patroni().survey();
        ClusterState cluster = survey.cluster().orElseGet(connection.patroni()::cluster);
        Optional<Member> seen = cluster.member(name);
        if (seen.isEmpty()) {
            return Optional.of(new Absent());
        }
        if (!wanted.test(cluster, seen.get())) {
            return Optional.of(new Seen(seen.get()));
        }
        return survey.doubts(name).stream().findFirst().map(NotConfirmed::new);
    }
}
