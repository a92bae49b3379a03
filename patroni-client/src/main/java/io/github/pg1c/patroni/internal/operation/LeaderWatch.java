package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Doubt;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Observes a cluster until it has the wanted leader. */
public final class LeaderWatch {
    private final Connection connection;
    private final LeaderWait wish;
    private final Consumer<? super LeaderEvent> progress;
    private Set<LeaderEvent> last = Set.of();

    public LeaderWatch(Connection connection, LeaderWait wish, Consumer<? super LeaderEvent> progress) {
        this.connection = connection;
        this.wish = wish;
        this.progress = progress;
    }

    public LeaderOutcome await() {
        Deadline deadline = connection.deadline(wish.patience());
        Optional<ClusterState> seen = Optional.empty();
        List<Text> missing;
        do {
            try {
                ClusterState cluster = new ClusterQueries(connection).cluster();
                seen = Optional.of(cluster);
                List<LeaderEvent> events = events(cluster);
                missing = missing(cluster);
                if (missing.isEmpty()) {
                    missing = unconfirmed(cluster, events);
                }
                tell(events);
                Optional<Member> leader = cluster.leader();
                if (missing.isEmpty() && leader.isPresent()) {
                    return new LeaderOutcome.Reached(leader.get().name(), cluster);
                }
            } catch (PatroniException e) {
                LeaderEvent unseen = new LeaderEvent.OutOfSight(e.explanation());
                missing = List.of(unseen.sentence());
                tell(List.of(unseen));
            }
        } while (deadline.pause(wish.interval()));
        return new LeaderOutcome.NotReached(missing, seen);
    }

    private void tell(List<LeaderEvent> events) {
        events.stream().filter(event -> !last.contains(event)).forEach(progress);
        last = new HashSet<>(events);
    }

    private List<LeaderEvent> events(ClusterState cluster) {
        List<LeaderEvent> events = new ArrayList<>();
        events.add(cluster.leader()
                .<LeaderEvent>map(leader -> new LeaderEvent.Leads(leader.name(), leader.state()))
                .orElseGet(LeaderEvent.NoLeader::new));
        cluster.members().stream()
                .filter(cluster::follows)
                .forEach(member -> events.add(new LeaderEvent.Streams(member.name())));
        if (wish.standbys()) {
            cluster.members().stream()
                    .filter(member -> !member.isLeader() && !cluster.follows(member))
                    .filter(member -> !isAwaited(member) || cluster.replicates(member))
                    .forEach(member -> events.add(new LeaderEvent.NotAwaited(member.name(), member.state())));
        }
        return events;
    }

    /**
     * A standby at rest is not waited for. The former leader is: it stops and comes back as a standby.
     */
    private boolean isAwaited(Member member) {
        return !member.isLeader()
                && (!member.state().isAtRest()
                        || wish.not().filter(member.name()::equals).isPresent());
    }

    /** The doubts of the members' own answers about the cluster's list. */
    private List<Text> unconfirmed(ClusterState cluster, List<LeaderEvent> events) {
        List<Member> asked = cluster.members().stream()
                .filter(member -> member.isLeader() || wish.standbys())
                .toList();
        Survey survey = new ClusterQueries(connection).survey(cluster, asked);
        List<Text> found = new ArrayList<>();
        for (Member member : asked) {
            boolean mayBeSilent = !member.isLeader()
                    && !isAwaited(member)
                    && survey.status(member.name()).isEmpty();
            for (Doubt doubt : mayBeSilent ? List.<Doubt>of() : survey.doubts(member.name())) {
                found.add(doubt.explanation());
                events.add(new LeaderEvent.NotConfirmed(doubt));
            }
        }
        return found;
    }

    private List<Text> missing(ClusterState cluster) {
        List<Text> missing = new ArrayList<>();
        Member leader = cluster.leader().orElse(null);
        if (leader == null) {
            return List.of(Text.of("there is no leader", "лидера нет"));
        }
        if (wish.leader().filter(name -> !name.equals(leader.name())).isPresent()
                || wish.not().filter(leader.name()::equals).isPresent()) {
            missing.add(Text.of("the leader is " + leader.name(), "лидер — " + leader.name()));
        }
        if (!leader.state().isRunning()) {
            missing.add(Text.of(
                    leader.name() + " is " + leader.state(), leader.name() + " в состоянии «" + leader.state() + "»"));
        }
        if (wish.standbys()) {
            cluster.members().stream()
                    .filter(member -> isAwaited(member) && !cluster.replicates(member))
                    .forEach(member -> missing.add(Text.of(
                            member.name() + " does not stream from it: " + member.state(),
                            member.name() + " не получает от него поток WAL: «" + member.state() + "»")));
        }
        return missing;
    }
}
