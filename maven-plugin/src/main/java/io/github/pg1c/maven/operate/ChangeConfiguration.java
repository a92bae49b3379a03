package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Changes the configuration that all members share: shows the differences, asks, and does it. */
public final class ChangeConfiguration implements Operation {

    /**
     * What the user may say; at most one of the first three.
     *
     * @param set keys with dots and their values, as {@code postgresql.parameters.work_mem=64MB}
     * @param unset keys to remove, together with {@code set}
     * @param patch a YAML or JSON file of changes, in which null removes
     * @param specification whether to make it as the specification says
     * @param dryRun whether to end after the differences
     */
    public record Order(
            List<String> set, List<String> unset, Optional<Path> patch, boolean specification, boolean dryRun) {
        /** Copies the lists. */
        public Order {
            set = List.copyOf(set);
            unset = List.copyOf(unset);
        }

        /** Whether anything is to be changed or compared. */
        public boolean isEmpty() {
            return set.isEmpty() && unset.isEmpty() && patch.isEmpty() && !specification;
        }
    }

    private final Order order;
    private final ConfigPatch patch;

    private ChangeConfiguration(Order order, ConfigPatch patch) {
        this.order = order;
        this.patch = patch;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, Operation> of(Order order) {
        return complaints -> {
            Map<String, Boolean> sources = new LinkedHashMap<>();
            sources.put(
                    PropertyNames.SET, !order.set().isEmpty() || !order.unset().isEmpty());
            sources.put(PropertyNames.PATCH, order.patch().isPresent());
            sources.put(PropertyNames.FROM_SPECIFICATION, order.specification());
            complaints.exclusive(sources);
            ConfigPatch patch =
                    order.patch().map(file -> file(complaints, file)).orElseGet(() -> assignments(complaints, order));
            return new ChangeConfiguration(order, patch);
        };
    }

    private static ConfigPatch file(ParameterProblems complaints, Path file) {
        try {
            return Patches.of(Patches.map(Files.readString(file)));
        } catch (IOException | IllegalArgumentException | YamlEngineException e) {
            complaints.add(
                    ParameterProblems.FILE,
                    PropertyNames.PATCH,
                    Text.of(file + " cannot be read: " + e.getMessage(), file + " не читается: " + e.getMessage()),
                    Text.of(
                            "name a YAML or JSON file with a map of keys",
                            "укажите файл YAML или JSON с ключами и значениями"));
            return ConfigPatch.empty();
        }
    }

    private static ConfigPatch assignments(ParameterProblems complaints, Order order) {
        ConfigPatch patch = ConfigPatch.empty();
        for (String assignment : order.set()) {
            int equals = assignment.indexOf('=');
            String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
            @Nullable Object value = equals < 0 ? null : value(assignment.substring(equals + 1));
            if (!Patches.isPath(path) || value == null) {
                complaints.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.SET,
                        Text.of("'" + assignment + "' is not key=value", "«" + assignment + "» — не ключ=значение"),
                        Text.of(
                                "write for example loop_wait=5,postgresql.parameters.work_mem=64MB; remove a key with -Dpg1c.unset; a value with a comma goes into a file for -Dpg1c.patch",
                                "напишите, например, loop_wait=5,postgresql.parameters.work_mem=64MB; ключ удаляет -Dpg1c.unset; значение с запятой — в файле для -Dpg1c.patch"));
            } else {
                patch = Patches.with(patch, value, path);
            }
        }
        for (String path : order.unset()) {
            if (Patches.isPath(path)) {
                patch = Patches.with(patch, null, path);
            } else {
                complaints.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.UNSET,
                        Text.of("'" + path + "' is not a key", "«" + path + "» — не ключ"),
                        Text.of(
                                "write for example maximum_lag_on_failover",
                                "напишите, например, maximum_lag_on_failover"));
            }
        }
        return patch;
    }

    private static @Nullable Object value(String text) {
        try {
            return Patches.value(text);
        } catch (YamlEngineException e) {
            return text;
        }
    }

    @Override
    public GoalResult on(Session session) {
        Optional<DesiredConfiguration> desired = Optional.empty();
        if (order.specification()) {
            Optional<Cluster> cluster = session.target().specification();
            if (cluster.isEmpty()) {
                return session.failure(Text.of(
                        "there is no specification to take it from: leave out pg1c.endpoints",
                        "нет описания кластера, из которого её взять: не указывайте pg1c.endpoints"));
            }
            desired = cluster.map(DesiredConfiguration::of);
        }
        ConfigPatch wanted = desired.map(DesiredConfiguration::patch).orElse(patch);
        ConfigPlan plan = session.patroni().planConfiguration(wanted);
        plan.changes().forEach(change -> session.say(PatroniWords.change(change)));
        desired.map(values -> values.unknownIn(session.patroni().configuration()))
                .ifPresent(unknown -> unknown.forEach(key -> session.say(Text.of(
                        key + ": not in the specification, left as it is",
                        key + ": в описании нет, остаётся как есть"))));
        if (!plan.problems().isEmpty()) {
            plan.problems().forEach(problem -> session.warn(PatroniWords.problem(problem)));
            return session.failure(Text.of("nothing was changed", "ничего не изменено"));
        }
        if (plan.changes().isEmpty()) {
            return session.success(Text.of("it is so already, nothing to change", "уже так, менять нечего"));
        }
        if (order.dryRun()) {
            return session.success(Text.of("dry run, nothing was changed", "пробный запуск, ничего не изменено"));
        }
        return session.refusal(Text.of("change the configuration?", "изменить конфигурацию?"))
                .orElseGet(() -> end(session, session.patroni().configure(wanted)));
    }

    private static GoalResult end(Session session, ConfigOutcome outcome) {
        if (outcome instanceof ConfigOutcome.Changed changed) {
            Text evidence = PatroniWords.evidence(changed.evidence());
            if (changed.changes().stream().anyMatch(change -> change.restart())) {
                session.warn(Text.of(
                        "some values take effect at a restart: pg1c:restart -Dpg1c.role=any -Dpg1c.pending",
                        "часть значений подействует после перезапуска: pg1c:restart -Dpg1c.role=any -Dpg1c.pending"));
            }
            return session.success(Text.of("changed" + evidence.en(), "изменено" + evidence.ru()));
        }
        if (outcome instanceof ConfigOutcome.Unchanged) {
            return session.success(Text.of("it is so already", "уже так"));
        }
        return session.failure(failure(outcome));
    }

    static Text failure(ConfigOutcome outcome) {
        if (outcome instanceof ConfigOutcome.Rejected rejected) {
            List<Text> problems =
                    rejected.problems().stream().map(PatroniWords::problem).toList();
            return Text.of(
                    "nothing was changed: "
                            + String.join("; ", problems.stream().map(Text::en).toList()),
                    "ничего не изменено: "
                            + String.join("; ", problems.stream().map(Text::ru).toList()));
        }
        if (outcome instanceof ConfigOutcome.Failed failed) {
            return Text.of("not changed: " + failed.text(), "не изменено: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return outcome instanceof NoResponse none ? PatroniWords.noResponse(none) : Text.same(outcome.toString());
    }
}
