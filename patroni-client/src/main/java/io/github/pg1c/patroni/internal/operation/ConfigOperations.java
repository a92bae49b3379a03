package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.internal.config.ConfigCheck;
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
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes the dynamic configuration. It is compared before, sent once, and read again when there was no answer. */
public final class ConfigOperations {
    /** The problems of keys, which a forced change leaves out. */
    private static final Set<ConfigProblem.Effect> KEYS =
            EnumSet.of(ConfigProblem.Effect.IGNORED, ConfigProblem.Effect.UNKNOWN);

    private final Connection connection;
    private final ClusterQueries queries;

    public ConfigOperations(Connection connection) {
        this.connection = connection;
        this.queries = new ClusterQueries(connection);
    }

    public ConfigPlan plan(ConfigPatch patch) {
        JsonNode current = JsonPiece.tree(queries.configuration().raw());
        ObjectNode body = ConfigMerge.sent(current, root(patch));
        List<ConfigChange> changes = ConfigMerge.changes(current, body);
        List<ConfigProblem> problems =
                new ArrayList<>(problems(new Wish(body, patch.isForced(), false, true), current, changes));
        // What is refused without a question, although the cluster may have that value already.
        for (ConfigProblem wrong : ConfigCheck.anywhere(root(patch))) {
            if (problems.stream().noneMatch(told -> told.path().equals(wrong.path()))) {
                problems.add(wrong);
            }
        }
        return new ConfigPlan(changes, problems);
    }

    public ConfigOutcome patch(ConfigPatch patch) {
        return change(new Wish(root(patch), patch.isForced(), false, true), true);
    }

    public ConfigOutcome replace(String json) {
        return change(new Wish(Json.written(json), false, true, true), true);
    }

    public PauseOutcome pause(boolean pause, Duration patience) {
        ConfigPatch patch = pause
                ? ConfigPatch.empty().set(true, "pause")
                : ConfigPatch.empty().remove("pause");
        // Members take this value from the DCS even when they refuse the rest of the configuration.
        ConfigOutcome outcome = change(new Wish(root(patch), false, false, false), false);
        boolean done = outcome instanceof ConfigOutcome.Changed || outcome instanceof ConfigOutcome.Unchanged;
        boolean open = outcome instanceof NoResponse none && none.delivery() == Delivery.MAYBE_SENT;
        if (!done && !open) {
            return new PauseOutcome.NotDone(outcome);
        }
        Deadline deadline = connection.deadline(patience);
        Set<String> others = others(pause);
        while (!others.isEmpty() && deadline.pause(Duration.ofSeconds(1))) {
            others = others(pause);
        }
        if (others.isEmpty()) {
            return new PauseOutcome.Reached();
        }
        return done ? new PauseOutcome.NotYet(others) : new PauseOutcome.NotDone(outcome);
    }

    /**
     * A wanted change.
     *
     * @param body the patch, or the whole configuration
     * @param forced true to leave out keys that nobody reads from the problems
     * @param whole true to replace the configuration
     * @param strict true to refuse it while members would not take over the new configuration because of an old value
     */
    private record Wish(ObjectNode body, boolean forced, boolean whole, boolean strict) {
        List<ConfigChange> changes(JsonNode current) {
            return whole ? ConfigMerge.differences(current, body) : ConfigMerge.changes(current, body);
        }

        ObjectNode after(JsonNode current) {
            return whole ? body : ConfigMerge.merged(current, body);
        }
    }

    private ConfigOutcome change(Wish wish, boolean observed) {
        List<ConfigProblem> wrong = ConfigCheck.anywhere(wish.body());
        if (!wrong.isEmpty()) {
            return new ConfigOutcome.Rejected(wrong);
        }
        JsonNode current;
        Wish sendable;
        List<ConfigChange> changes;
        List<ConfigProblem> problems;
        try {
            current = JsonPiece.tree(queries.configuration().raw());
            sendable = wish.whole()
                    ? wish
                    : new Wish(ConfigMerge.sent(current, wish.body()), wish.forced(), false, wish.strict());
            changes = sendable.changes(current);
            problems = problems(sendable, current, changes).stream()
                    .filter(ConfigProblem::isObstacle)
                    .toList();
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
        if (changes.isEmpty()) {
            return new ConfigOutcome.Unchanged();
        }
        return send(sendable, current, changes, observed);
    }

    private ConfigOutcome send(Wish wish, JsonNode current, List<ConfigChange> changes, boolean observed) {
        Duration loopWait = new DynamicConfiguration(new JsonPiece(current)).loopWait();
        Recipients.Sent sent = send(wish.whole() ? "PUT" : "PATCH", wish.body().toString());
        if (sent.reply() instanceof Withheld withheld) {
            return withheld.refused();
        }
        if (sent.reply() instanceof NoAnswer noAnswer) {
            if (noAnswer.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason());
            }
            if (noAnswer.delivery() == Delivery.NOT_SENT) {
                return OperationAnswer.noResponse(noAnswer);
            }
            return look(sent, wish, loopWait)
                    .shown()
                    .map(now -> changed(now, wish, changes, Evidence.OBSERVATION, loopWait, observed))
                    .orElseGet(() -> OperationAnswer.noResponse(noAnswer));
        }
        Answer answer = (Answer) sent.reply();
        OperationAnswer verdict = OperationAnswer.of(answer);
        Optional<DynamicConfiguration> answered = verdict.status() == 200 ? answered(answer) : Optional.empty();
        if (answered.isPresent()) {
            return changed(answered.get(), wish, changes, Evidence.ANSWER, loopWait, observed);
        }
        if (verdict.status() == 503 && answer.isPageOfPatroni()) {
            return Refused.inWordsOfPatroni(RefusalReason.NO_CONFIGURATION, verdict.text());
        }
        if (verdict.refusal() != null && !verdict.isConflict()) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        ConfigWitness.Testimony testimony = look(sent, wish, loopWait);
        if (testimony.shown().isPresent()) {
            return changed(testimony.shown().get(), wish, changes, Evidence.OBSERVATION, loopWait, observed);
        }
        if (verdict.isConflict()) {
            // A concurrent change is visible; without one the DCS may have been away.
            return testimony.views().stream()
                            .anyMatch(now -> !JsonPiece.tree(now.raw()).equals(current))
                    ? Refused.inWordsOfPatroni(RefusalReason.CONFLICT, verdict.text())
                    : verdict.unexplained();
        }
        // Patroni has ended its attempt, and members read the DCS again since.
        return answer.isPageOfPatroni() && !testimony.views().isEmpty()
                ? new ConfigOutcome.Failed(verdict.text())
                : verdict.unclear(answer);
    }

    private ConfigOutcome changed(
            DynamicConfiguration now,
            Wish wish,
            List<ConfigChange> changes,
            Evidence evidence,
            Duration loopWait,
            boolean observed) {
        return new ConfigOutcome.Changed(
                now,
                changes,
                evidence,
                observed
                        ? new ConfigEffects(connection, queries, now, changes, wish::changes).await(loopWait)
                        : List.of());
    }

    private ConfigWitness.Testimony look(Recipients.Sent sent, Wish wish, Duration loopWait) {
        return new ConfigWitness(connection, queries, sent)
                .look(now -> wish.changes(JsonPiece.tree(now.raw())).isEmpty(), loopWait);
    }

    private static Optional<DynamicConfiguration> answered(Answer answer) {
        try {
            return Optional.of(new DynamicConfiguration(new JsonPiece(Json.object(answer.uri(), answer.body()))));
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }

    private List<ConfigProblem> problems(Wish wish, JsonNode current, List<ConfigChange> changes) {
        Map<String, Optional<String>> told = new TreeMap<>();
        for (MemberView view : queries.survey().views()) {
            if (view.name().isPresent() || view.status().isPresent()) {
                told.put(
                        view.label(),
                        view.status().flatMap(status -> status.patroni().version()));
            }
        }
        Set<PatroniVersion> versions = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        told.forEach((member, version) ->
                version.flatMap(PatroniVersion::parse).ifPresentOrElse(versions::add, () -> silent.add(member)));
        List<ConfigProblem> problems = new ArrayList<>(ConfigCheck.ofQuorum(wish.after(current), changes, silent));
        ConfigCheck.of(wish.after(current), changes, versions, wish.strict()).stream()
                .filter(problem -> !wish.forced() || !KEYS.contains(problem.effect()))
                .forEach(problems::add);
        return problems;
    }

    private static ObjectNode root(ConfigPatch patch) {
        return Json.written(patch.json());
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
