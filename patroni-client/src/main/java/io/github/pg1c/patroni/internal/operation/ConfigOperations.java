package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.internal.config.ConfigKeys;
import io.github.pg1c.patroni.internal.config.ConfigMerge;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.internal.http.NoAnswer;
import io.github.pg1c.patroni.internal.http.Withheld;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Changes the dynamic configuration. It is compared before, sent once, and read again when there was no answer. */
public final class ConfigOperations {
    private final Connection connection;
    private final ClusterQueries queries;

    public ConfigOperations(Connection connection) {
        this.connection = connection;
        this.queries = new ClusterQueries(connection);
    }

    public ConfigPlan plan(ConfigPatch patch) {
        JsonNode current = JsonPiece.tree(queries.configuration().raw());
        return new ConfigPlan(
                ConfigMerge.changes(current, ConfigMerge.sent(current, root(patch))), problems(current, root(patch)));
    }

    public ConfigOutcome patch(ConfigPatch patch) {
        return change("PATCH", root(patch), patch.isForced());
    }

    public ConfigOutcome replace(String json) {
        return change("PUT", Json.written(json), false);
    }

    public PauseOutcome pause(boolean pause, Duration patience) {
        ConfigPatch patch = pause
                ? ConfigPatch.empty().set(true, "pause")
                : ConfigPatch.empty().remove("pause");
        ConfigOutcome outcome = patch(patch);
        if (!(outcome instanceof ConfigOutcome.Changed) && !(outcome instanceof ConfigOutcome.Unchanged)) {
            return new PauseOutcome.NotDone(outcome);
        }
        Deadline deadline = connection.deadline(patience);
        Set<String> others = others(pause);
        while (!others.isEmpty() && deadline.pause(Duration.ofSeconds(1))) {
            others = others(pause);
        }
        return others.isEmpty() ? new PauseOutcome.Reached() : new PauseOutcome.NotYet(others);
    }

    private ConfigOutcome change(String method, ObjectNode wanted, boolean forced) {
        boolean whole = method.equals("PUT");
        JsonNode current;
        List<ConfigProblem> problems;
        try {
            current = JsonPiece.tree(queries.configuration().raw());
            problems = forced ? quorum(wanted) : problems(current, wanted);
        } catch (PatroniException e) {
            return new NoResponse(
                    Text.of(
                            "not sent, as the configuration cannot be seen: " + e.getMessage(),
                            "не отправлено, так как не видно конфигурации: "
                                    + e.explanation().ru()),
                    Delivery.NOT_SENT,
                    Optional.empty());
        }
        if (!problems.isEmpty()) {
            return new ConfigOutcome.Rejected(problems);
        }
        ObjectNode body = whole ? wanted : ConfigMerge.sent(current, wanted);
        List<ConfigChange> changes = differences(current, body, whole);
        if (changes.isEmpty()) {
            return new ConfigOutcome.Unchanged();
        }
        Recipients.Sent sent = send(method, body.toString());
        if (sent.reply() instanceof Withheld withheld) {
            return withheld.refused();
        }
        if (sent.reply() instanceof NoAnswer noAnswer) {
            if (noAnswer.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason());
            }
            return (noAnswer.delivery() == Delivery.NOT_SENT
                            ? Optional.<ConfigOutcome>empty()
                            : look(sent, body, changes, whole))
                    .orElseGet(() -> OperationAnswer.noResponse(noAnswer));
        }
        Answer answer = (Answer) sent.reply();
        OperationAnswer verdict = OperationAnswer.of(answer);
        if (verdict.status() == 200) {
            return answered(answer)
                    .<ConfigOutcome>map(now -> new ConfigOutcome.Changed(now, changes, Evidence.ANSWER))
                    .or(() -> look(sent, body, changes, whole))
                    .orElseGet(() -> new ConfigOutcome.Failed(verdict.text()));
        }
        if (verdict.status() == 503) {
            return Refused.inWordsOfPatroni(RefusalReason.NO_CONFIGURATION, verdict.text());
        }
        if (verdict.isConflict()) {
            return look(sent, body, changes, whole).orElseGet(() -> conflict(sent, verdict, current));
        }
        if (verdict.refusal() != null) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        return look(sent, body, changes, whole).orElseGet(() -> new ConfigOutcome.Failed(verdict.text()));
    }

    /** The outcome of a conflict. A concurrent change is visible; without one the DCS may have been away. */
    private ConfigOutcome conflict(Recipients.Sent sent, OperationAnswer verdict, JsonNode before) {
        return witnessed(sent).stream()
                        .anyMatch(now -> !JsonPiece.tree(now.raw()).equals(before))
                ? Refused.inWordsOfPatroni(RefusalReason.CONFLICT, verdict.text())
                : verdict.unexplained();
    }

    /** Reads the configuration until it shows the change; a member may return the old one for a moment. */
    private Optional<ConfigOutcome> look(
            Recipients.Sent sent, ObjectNode body, List<ConfigChange> changes, boolean whole) {
        Deadline deadline = connection.deadline(Duration.ofSeconds(10));
        do {
            List<DynamicConfiguration> seen = witnessed(sent);
            if (!seen.isEmpty()
                    && seen.stream()
                            .allMatch(now -> differences(JsonPiece.tree(now.raw()), body, whole)
                                    .isEmpty())) {
                return Optional.of(new ConfigOutcome.Changed(seen.get(0), changes, Evidence.OBSERVATION));
            }
        } while (deadline.pause(Duration.ofSeconds(1)));
        return Optional.empty();
    }

    /**
     * The configurations of the other members. The writing member changes its own memory first and returns that even
     * when the DCS has not stored it.
     */
    private List<DynamicConfiguration> witnessed(Recipients.Sent sent) {
        Set<HttpUrl> others = new LinkedHashSet<>(connection.seeds());
        queries.visibleCluster()
                .ifPresent(cluster -> cluster.members()
                        .forEach(member -> Connection.api(member).ifPresent(others::add)));
        others.remove(sent.to());
        return others.stream()
                .filter(other -> isAnother(other, sent))
                .flatMap(other -> new ClusterQueries(connection.at(List.of(other))).visibleConfiguration().stream())
                .toList();
    }

    /** A member may be a seed under another address than it publishes. */
    private boolean isAnother(HttpUrl address, Recipients.Sent sent) {
        return queries.visibleMember(address.uri())
                .filter(member -> sent.member()
                        .filter(writer -> Recipients.isSame(writer, member))
                        .isEmpty())
                .isPresent();
    }

    private static List<ConfigChange> differences(JsonNode current, ObjectNode body, boolean whole) {
        return whole ? ConfigMerge.differences(current, body) : ConfigMerge.changes(current, body);
    }

    private static Optional<DynamicConfiguration> answered(Answer answer) {
        try {
            return Optional.of(new DynamicConfiguration(new JsonPiece(Json.object(answer.uri(), answer.body()))));
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }

    private List<ConfigProblem> problems(JsonNode current, ObjectNode wanted) {
        List<ConfigProblem> problems = new ArrayList<>(quorum(wanted));
        // An existing difference is not caused by the change.
        ConfigKeys.problems(wanted).stream()
                .filter(problem -> !at(current, problem.path()).equals(at(wanted, problem.path())))
                .forEach(problems::add);
        return problems;
    }

    private static ObjectNode root(ConfigPatch patch) {
        return Json.written(patch.json());
    }

    private static JsonNode at(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String key : path) {
            node = node.path(key);
        }
        return node;
    }

    /** Problems of quorum commit; a member that does not answer may be an old release that comes back. */
    private List<ConfigProblem> quorum(ObjectNode wanted) {
        JsonNode mode = wanted.path("synchronous_mode");
        if (SynchronousMode.of(mode.asText("")).kind() != SynchronousMode.Kind.QUORUM) {
            return List.of();
        }
        Map<String, Text> unfit = new TreeMap<>();
        for (MemberView view : queries.survey().views()) {
            Optional<String> told =
                    view.status().flatMap(status -> status.patroni().version());
            boolean fit = told.flatMap(PatroniVersion::parse)
                    .filter(Feature.QUORUM_COMMIT::isIn)
                    .isPresent();
            if (!fit && (view.name().isPresent() || view.status().isPresent())) {
                unfit.put(
                        view.label(),
                        told.map(version -> Text.of("has " + version, "— " + version))
                                .orElse(Text.of("has not told its version", "не сообщил свою версию")));
            }
        }
        return unfit.isEmpty()
                ? List.of()
                : List.of(new ConfigProblem(
                        List.of("synchronous_mode"),
                        Text.of(
                                "quorum came with Patroni 4.0, and versions before take it for off: "
                                        + listed(unfit, Language.EN),
                                "quorum появился в Patroni 4.0, более старые версии принимают его за off: "
                                        + listed(unfit, Language.RU)),
                        Optional.empty()));
    }

    private static String listed(Map<String, Text> members, Language language) {
        return members.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().in(language))
                .collect(Collectors.joining(", "));
    }

    private Recipients.Sent send(String method, String body) {
        Duration wait = Duration.ofSeconds(10).plus(connection.slack());
        return new Recipients(connection).sendToAny(method, "config", connection.seeds(), body, wait, Optional.empty());
    }

    private Set<String> others(boolean pause) {
        Set<String> others = new TreeSet<>();
        for (MemberView view : queries.survey().views()) {
            boolean same = view.status()
                    .filter(m -> m.is(MemberStatus.Condition.PAUSED) == pause)
                    .isPresent();
            if (!same) {
                others.add(view.label());
            }
        }
        return others;
    }
}
