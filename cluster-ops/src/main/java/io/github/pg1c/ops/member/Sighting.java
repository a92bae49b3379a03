package io.github.pg1c.ops.member;

import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Doubt;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Survey;
import java.util.Optional;
import java.util.function.BiPredicate;

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

    /**
     * The cluster says what was waited for, and the member does not confirm it.
     *
     * @param doubt what is not confirmed
     */
    record NotConfirmed(Doubt doubt) implements Sighting {}

    /** The cluster does not know the member. */
    record Absent() implements Sighting {}

    /**
     * Nobody answered.
     *
     * @param reason why, for people
     */
    record OutOfSight(String reason) implements Sighting {}

    /**
     * What is missing of a state that the cluster shows and the member confirms; empty when nothing is.
     *
     * @param wanted the state that is waited for
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
