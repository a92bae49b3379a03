package io.github.pg1c.patroni;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at a cluster that may not answer. */
final class Looking {
    private final PatroniClient client;

    Looking(Connection connection) {
        client = new PatroniClient(connection);
    }

    Optional<ClusterState> cluster() {
        try {
            return Optional.of(client.cluster());
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }

    Optional<DynamicConfiguration> configuration() {
        try {
            return Optional.of(client.configuration());
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }

    /** Patroni's default when nobody tells. */
    static Duration loopWait(Optional<DynamicConfiguration> configuration) {
        return configuration.map(DynamicConfiguration::loopWait).orElse(Duration.ofSeconds(10));
    }

    Optional<Observation> observe() {
        return cluster()
                .map(cluster -> new Observation(
                        cluster.leader().map(Member::name), cluster.scheduledSwitchover(), lastPromotion()));
    }

    private Optional<HistoryEntry> lastPromotion() {
        try {
            List<HistoryEntry> history = client.history();
            return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }
}
