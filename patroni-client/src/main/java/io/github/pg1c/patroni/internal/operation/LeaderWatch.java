package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
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

/** Looks at a cluster until it has the leader that it shall have. */
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
        List<String> missing;
        do {
            try {
                ClusterState cluster = new ClusterQueries(connection).cluster();
                seen = Optional.of(cluster);
                tell(events(cluster));
                missing = missing(cluster);
                Optional<Member> leader = cluster.leader();
                if (missing.isEmpty() && leader.isPresent()) {
                    return new LeaderOutcome.Reached(leader.get().name(), cluster);
                }
            } catch (PatroniException e) {
                missing = List.of("the cluster cannot be seen: " + e.getMessage());
                tell(List.of(new LeaderEvent.OutOfSight(String.valueOf(e.getMessage()))));
            }
        } while (deadline.pause(wish.interval()));
        return new LeaderOutcome.NotReached(missing, seen);
    }

    private void tell(List<LeaderEvent> events) {
        events.stream().filter(event -> !last.contains(event)).forEach(progress);
        last = new HashSet<>(events);
    }

    private static List<LeaderEvent> events(ClusterState cluster) {
        List<LeaderEvent> events = new ArrayList<>();
        events.add(cluster.leader()
                .<LeaderEvent>map(leader -> new LeaderEvent.Leads(leader.name(), leader.state()))
                .orElseGet(LeaderEvent.NoLeader::new));
        cluster.members().stream()
                .filter(cluster::follows)
                .forEach(member -> events.add(new LeaderEvent.Streams(member.name())));
        return events;
    }

    private List<String> missing(ClusterState cluster) {
        List<String> missing = new ArrayList<>();
        Member leader = cluster.leader().orElse(null);
        if (leader == null) {
            return List.of("there is no leader");
        }
        if (wish.leader().filter(name -> !name.equals(leader.name())).isPresent()
                || wish.not().filter(leader.name()::equals).isPresent()) {
            missing.add("the leader is " + leader.name());
        }
        if (!leader.state().isRunning()) {
            missing.add(leader.name() + " is " + leader.state());
        }
        if (wish.standbys()) {
            cluster.members().stream()
                    .filter(member -> !member.isLeader() && !cluster.follows(member))
                    .forEach(member -> missing.add(member.name() + " does not stream from it: " + member.state()));
        }
        return missing;
    }
}
