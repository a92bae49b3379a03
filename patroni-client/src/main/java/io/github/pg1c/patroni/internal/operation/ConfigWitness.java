package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a change of the configuration is in the DCS when the answer leaves that open. The member that was
 * to write it changes its own memory first, and returns that even when the DCS has not stored it. So others are asked;
 * a member that answers alone is believed once it has read the DCS twice since.
 */
final class ConfigWitness {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Connection connection;
    private final ClusterQueries queries;
    private final Recipients.Sent sent;

    ConfigWitness(Connection connection, ClusterQueries queries, Recipients.Sent sent) {
        this.connection = connection;
        this.queries = queries;
        this.sent = sent;
    }

    /**
     * What was seen.
     *
     * @param shown a configuration with the change
     * @param views the configurations of credible members, when there is none with the change
     */
    record Testimony(Optional<DynamicConfiguration> shown, List<DynamicConfiguration> views) {}

    /** Reads the configuration until it shows the change; a member may return the old one for a moment. */
    Testimony look(Predicate<DynamicConfiguration> shows, Duration loopWait) {
        Deadline deadline = connection.deadline(Duration.ofSeconds(5).plus(loopWait.multipliedBy(2)));
        Refreshes refreshes = new Refreshes();
        List<DynamicConfiguration> views;
        do {
            views = others();
            if (views.isEmpty()) {
                views = refreshes.alone().stream().toList();
            }
            if (!views.isEmpty() && views.stream().allMatch(shows)) {
                return new Testimony(Optional.of(views.get(0)), views);
            }
        } while (deadline.pause(LOOK_AGAIN));
        return new Testimony(Optional.empty(), views);
    }

    /** The configurations of the other members. */
    private List<DynamicConfiguration> others() {
        Set<HttpUrl> others = new LinkedHashSet<>(connection.seeds());
        queries.visibleCluster()
                .ifPresent(cluster -> cluster.members()
                        .forEach(member -> Connection.api(member).ifPresent(others::add)));
        others.remove(sent.to());
        return others.stream()
                .filter(this::isAnother)
                .flatMap(other -> new ClusterQueries(connection.at(List.of(other))).visibleConfiguration().stream())
                .toList();
    }

    /** A member may be a seed under another address than it publishes. */
    private boolean isAnother(HttpUrl address) {
        return queries.visibleMember(address.uri())
                .filter(member -> sent.member()
                        .filter(writer -> Recipients.isSame(writer, member))
                        .isEmpty())
                .isPresent();
    }

    /** How often the member that was to write has read the DCS since. */
    private final class Refreshes {
        private @Nullable Instant last;
        private int seen = -1;

        /** The member's configuration, when it is credible. */
        Optional<DynamicConfiguration> alone() {
            Optional<Instant> now = queries.visibleMember(sent.to().uri()).flatMap(MemberStatus::dcsLastSeen);
            if (now.isPresent() && !now.get().equals(last)) {
                last = now.get();
                seen++;
            }
            // The first time may be that of the request itself.
            return seen < 2
                    ? Optional.empty()
                    : new ClusterQueries(connection.at(List.of(sent.to()))).visibleConfiguration();
        }
    }
}
