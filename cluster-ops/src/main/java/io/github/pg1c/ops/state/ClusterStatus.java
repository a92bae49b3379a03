package io.github.pg1c.ops.state;

import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.Fleet;
import io.github.pg1c.patroni.FleetAnswer;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The status of a cluster: what its members report about themselves and the cluster, asked at the same time.
 *
 * <pre>{@code
 * for (ClusterStatus status : ClusterStatus.of(connections)) {
 *     if (status.state().isEmpty()) {
 *         alarm(status.cluster() + ": nobody answers");
 *     }
 * }
 * }</pre>
 *
 * @param cluster the cluster's name
 * @param survey the answers of the members; empty when the survey failed
 * @param state the cluster as seen by the member that heard from the DCS last; empty when no member answers
 * @since 0.1
 */
public record ClusterStatus(String cluster, Optional<Survey> survey, Optional<ClusterState> state) {

    private static final int PARALLELISM = 32;

    /** The status of one cluster. */
    public static ClusterStatus of(ClusterConnection cluster) {
        return of(List.of(cluster)).get(0);
    }

    /** The status of each cluster, in the order of the connections. A cluster that does not answer delays no other. */
    public static List<ClusterStatus> of(List<ClusterConnection> clusters) {
        Map<String, PatroniClient> clients = new LinkedHashMap<>();
        clusters.forEach(cluster -> clients.put(cluster.name(), cluster.patroni()));
        List<ClusterStatus> statuses = new ArrayList<>();
        try (Fleet fleet = new Fleet(clients, PARALLELISM)) {
            Map<String, FleetAnswer<Survey>> answers = fleet.ask(PatroniClient::survey);
            for (ClusterConnection cluster : clusters) {
                Optional<Survey> survey = answers.get(cluster.name()) instanceof FleetAnswer.Known<Survey> known
                        ? Optional.of(known.value())
                        : Optional.empty();
                statuses.add(new ClusterStatus(cluster.name(), survey, survey.flatMap(Survey::cluster)));
            }
        }
        return statuses;
    }

    /** The identifier of the database cluster, as {@code pg_controldata} shows it. */
    public Optional<String> systemIdentifier() {
        return survey.stream()
                .flatMap(seen -> seen.views().stream())
                .flatMap(view -> view.status().stream())
                .flatMap(status -> status.systemIdentifier().stream())
                .findFirst();
    }

    /** Members that do not answer, each with the reason. */
    public List<MemberView> notAnswering() {
        return survey.stream()
                .flatMap(seen -> seen.views().stream())
                .filter(view -> view.status().isEmpty())
                .toList();
    }

    /** Names of members whose changed parameters wait for a restart. */
    public List<String> pendingRestart() {
        return state.stream()
                .flatMap(seen -> seen.members().stream())
                .filter(Member::pendingRestart)
                .map(Member::name)
                .toList();
    }
}
