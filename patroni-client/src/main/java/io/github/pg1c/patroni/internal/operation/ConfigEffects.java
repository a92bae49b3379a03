package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.ReplicationConnection;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigEffect;
import io.github.pg1c.patroni.config.ConfigEffect.Visibility;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Observes what members make of a changed configuration, until they show it or the time is over. */
final class ConfigEffects {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** A leader that becomes a standby leader, or the other way round, may restart. */
    private static final Duration CHANGE_OF_ROLE = Duration.ofMinutes(1);

    private final Connection connection;
    private final ClusterQueries queries;
    private final DynamicConfiguration after;
    private final List<ConfigChange> changes;
    private final Function<JsonNode, List<ConfigChange>> missing;

    /**
     * @param after the new configuration
     * @param missing the changes that a member's configuration lacks
     */
    ConfigEffects(
            Connection connection,
            ClusterQueries queries,
            DynamicConfiguration after,
            List<ConfigChange> changes,
            Function<JsonNode, List<ConfigChange>> missing) {
        this.connection = connection;
        this.queries = queries;
        this.after = after;
        this.changes = changes;
        this.missing = missing;
    }

    /** The effects, one for each change. */
    List<ConfigEffect> await(Duration loopWait) {
        Duration patience = Duration.ofSeconds(10).plus(loopWait);
        boolean role = changes.stream().anyMatch(change -> change.path().get(0).equals("standby_cluster"));
        Deadline deadline =
                connection.deadline(role && patience.compareTo(CHANGE_OF_ROLE) < 0 ? CHANGE_OF_ROLE : patience);
        List<ConfigEffect> effects = look();
        while (effects.stream().anyMatch(ConfigEffect::isMissing) && deadline.pause(LOOK_AGAIN)) {
            effects = look();
        }
        return effects;
    }

    private List<ConfigEffect> look() {
        Survey survey = queries.survey();
        Map<String, Set<List<String>>> unknown = new HashMap<>();
        for (MemberView view : survey.views()) {
            unknown.put(view.label(), lacks(view));
        }
        List<ConfigEffect> effects = new ArrayList<>();
        for (ConfigChange change : changes) {
            Set<String> without = new TreeSet<>();
            unknown.forEach((member, paths) -> {
                if (paths.contains(change.path())) {
                    without.add(member);
                }
            });
            effects.add(
                    without.isEmpty()
                            ? effect(change, survey)
                            : new ConfigEffect(change.path(), Visibility.NOT_KNOWN, without));
        }
        return effects;
    }

    /** The paths of the changes that this member does not know. */
    private Set<List<String>> lacks(MemberView view) {
        Set<List<String>> all = new HashSet<>();
        Optional<DynamicConfiguration> own = view.endpoint().flatMap(this::configuration);
        (own.isPresent() ? missing.apply(JsonPiece.tree(own.get().raw())) : changes)
                .forEach(change -> all.add(change.path()));
        return all;
    }

    private Optional<DynamicConfiguration> configuration(URI member) {
        return new ClusterQueries(connection.at(List.of(RestAddress.parse(member)))).visibleConfiguration();
    }

    private ConfigEffect effect(ConfigChange change, Survey survey) {
        if (waitsForRestart(change, survey)) {
            return new ConfigEffect(change.path(), Visibility.AWAITS_RESTART, Set.of());
        }
        Optional<Set<String>> idle = switch (change.path().get(0)) {
            case "pause" ->
                Optional.of(without(survey, status -> status.is(MemberStatus.Condition.PAUSED) == after.paused()));
            case "synchronous_mode" -> synchronous(survey);
            case "failsafe_mode" -> failsafe(survey);
            case "standby_cluster" -> leader(survey, status -> isStandbyLeader(status) == after.isStandbyCluster());
            default -> Optional.empty();
        };
        return idle.map(members -> new ConfigEffect(
                        change.path(), members.isEmpty() ? Visibility.SHOWN : Visibility.NOT_SHOWN, members))
                .orElseGet(() -> new ConfigEffect(change.path(), Visibility.KNOWN, Set.of()));
    }

    /** What PostgreSQL of the leader says of its standbys; nothing while none is connected. */
    private Optional<Set<String>> synchronous(Survey survey) {
        SynchronousMode.Kind mode = after.synchronousMode().kind();
        boolean standbys = survey.views().stream()
                .flatMap(view -> view.status().stream())
                .anyMatch(status -> status.isStreaming()
                        && !status.tags().getOrDefault("nosync", "false").equals("true"));
        boolean own = after.parameters().containsKey("synchronous_standby_names");
        if (after.isStandbyCluster() || !standbys || (own && mode == SynchronousMode.Kind.OFF)) {
            return Optional.empty();
        }
        return leader(survey, status -> {
            List<String> states = status.replication().stream()
                    .map(ReplicationConnection::syncState)
                    .toList();
            return switch (mode) {
                case ON -> states.contains("sync");
                case QUORUM -> states.contains("quorum");
                default -> !states.contains("sync") && !states.contains("quorum");
            };
        });
    }

    /** The key of the failsafe mode appears in the DCS, and is not removed when the mode is off. */
    private Optional<Set<String>> failsafe(Survey survey) {
        if (!after.failsafeMode()) {
            return Optional.empty();
        }
        Set<String> idle = new TreeSet<>();
        for (MemberView view : survey.views()) {
            boolean active = view.endpoint().filter(this::hasFailsafe).isPresent();
            if (!active) {
                idle.add(view.label());
            }
        }
        return Optional.of(idle);
    }

    private boolean hasFailsafe(URI member) {
        try {
            return new ClusterQueries(connection.at(List.of(RestAddress.parse(member))))
                    .failsafe()
                    .isPresent();
        } catch (PatroniException e) {
            return false;
        }
    }

    /** A value that is in force again waits for nothing, so its absence proves nothing. */
    private static boolean waitsForRestart(ConfigChange change, Survey survey) {
        String parameter = change.path().get(change.path().size() - 1);
        return change.restart()
                && without(
                                survey,
                                status -> status.pendingRestartReasons().stream()
                                        .anyMatch(reason -> reason.name().equalsIgnoreCase(parameter)))
                        .isEmpty();
    }

    private static boolean isStandbyLeader(MemberStatus status) {
        return status.role().kind() == Role.Kind.STANDBY_LEADER;
    }

    private static Optional<Set<String>> leader(Survey survey, Predicate<MemberStatus> shows) {
        Set<String> idle = new TreeSet<>();
        boolean found = false;
        for (MemberView view : survey.views()) {
            Optional<MemberStatus> status =
                    view.status().filter(own -> own.role().isLeader());
            found |= status.isPresent();
            if (status.isPresent() && status.filter(shows).isEmpty()) {
                idle.add(view.label());
            }
        }
        return Optional.of(found ? idle : without(survey, status -> false));
    }

    private static Set<String> without(Survey survey, Predicate<MemberStatus> shows) {
        Set<String> idle = new TreeSet<>();
        for (MemberView view : survey.views()) {
            if (view.status().filter(shows).isEmpty()) {
                idle.add(view.label());
            }
        }
        return idle;
    }
}
