package io.github.pg1c.maven.operate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.ops.config.ChangeConfiguration;
import io.github.pg1c.patroni.config.ConfigPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The user's parameters for the shared configuration; at most one of the first three.
 *
 * @param set keys with dots and their values, as {@code postgresql.parameters.work_mem=64MB}
 * @param unset keys to remove, together with {@code set}
 * @param patch a YAML or JSON file of changes; null removes a key
 * @param specification whether to apply the configuration of the specification
 * @param dryRun whether to end after the differences
 */
public record ConfigParameters(
        List<String> set, List<String> unset, Optional<Path> patch, boolean specification, boolean dryRun) {

    /** Copies the lists. */
    public ConfigParameters {
        set = List.copyOf(set);
        unset = List.copyOf(unset);
    }

    /** Whether nothing is to be changed or compared. */
    public boolean isEmpty() {
        return set.isEmpty() && unset.isEmpty() && patch.isEmpty() && !specification;
    }

    ChangeConfiguration read(ParameterProblems problems) {
        Map<String, Boolean> sources = new LinkedHashMap<>();
        sources.put(PropertyNames.SET, !set.isEmpty() || !unset.isEmpty());
        sources.put(PropertyNames.PATCH, patch.isPresent());
        sources.put(PropertyNames.FROM_SPECIFICATION, specification);
        problems.exclusive(sources);
        ConfigPatch changes = patch.map(file -> file(problems, file)).orElseGet(() -> assignments(problems));
        return specification ? ChangeConfiguration.asSpecified() : ChangeConfiguration.by(changes);
    }

    private static ConfigPatch file(ParameterProblems problems, Path file) {
        try {
            return Patches.of(Patches.map(Files.readString(file)));
        } catch (IOException e) {
            problems.unreadable(PropertyNames.PATCH, FileException.reading(file, e));
            return ConfigPatch.empty();
        } catch (IllegalArgumentException | YamlEngineException e) {
            problems.add(
                    ParameterProblems.FILE,
                    PropertyNames.PATCH,
                    Text.of(file + " cannot be read: " + e.getMessage(), file + " не читается: " + e.getMessage()),
                    Text.of(
                            "name a YAML or JSON file with a map of keys",
                            "укажите файл YAML или JSON с ключами и значениями"));
            return ConfigPatch.empty();
        }
    }

    private ConfigPatch assignments(ParameterProblems problems) {
        ConfigPatch changes = ConfigPatch.empty();
        for (String assignment : set) {
            int equals = assignment.indexOf('=');
            String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
            @Nullable Object value = equals < 0 ? null : value(assignment.substring(equals + 1));
            if (!Patches.isPath(path) || value == null) {
                problems.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.SET,
                        Text.of("'" + assignment + "' is not key=value", "«" + assignment + "» — не ключ=значение"),
                        Text.of(
                                "write for example loop_wait=5,postgresql.parameters.work_mem=64MB; remove a key with"
                                        + " -D" + PropertyNames.UNSET + "; a value with a comma goes into a file for -D"
                                        + PropertyNames.PATCH,
                                "напишите, например, loop_wait=5,postgresql.parameters.work_mem=64MB; ключ удаляет"
                                        + " -D" + PropertyNames.UNSET + "; значение с запятой — в файле для -D"
                                        + PropertyNames.PATCH));
            } else {
                changes = Patches.with(changes, value, path);
            }
        }
        for (String path : unset) {
            if (Patches.isPath(path)) {
                changes = Patches.with(changes, null, path);
            } else {
                problems.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.UNSET,
                        Text.of("'" + path + "' is not a key", "«" + path + "» — не ключ"),
                        Text.of(
                                "write for example maximum_lag_on_failover",
                                "напишите, например, maximum_lag_on_failover"));
            }
        }
        return changes;
    }

    private static @Nullable Object value(String text) {
        try {
            return Patches.value(text);
        } catch (YamlEngineException e) {
            return text;
        }
    }
}
