package io.github.pg1c.bundle.component;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Archive;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.PythonEnvironment;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.derived.Origins;
import io.github.pg1c.model.program.ProgramOrigin;
import io.github.pg1c.model.program.ProgramSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What brings the programs of a component to a node, as the specification says. */
public final class Sources {

    private Sources() {}

    /**
     * Declares programs and what brings them.
     *
     * @param programs by path, the package that has it
     * @param packages all packages of the component
     */
    public static void declare(
            PlanContext context,
            NodePart.Builder part,
            ProgramOrigin origin,
            ProgramSource source,
            Map<String, String> programs,
            List<String> packages) {
        SortedMap<String, String> sorted = new TreeMap<>(programs);
        switch (origin) {
            case PACKAGE -> {
                part.install(packages);
                sorted.forEach(
                        (path, carrier) -> part.program(path, Text.of("package " + carrier, "пакет " + carrier)));
            }
            case ARCHIVE -> {
                String file = Objects.requireNonNull(source.archive());
                String sha256 = Objects.requireNonNull(source.sha256()).toLowerCase(Locale.ROOT);
                part.archive(new Archive(file, sha256, List.copyOf(sorted.keySet())));
                sorted.keySet().forEach(path -> part.program(path, Text.of("archive " + file, "архив " + file)));
            }
            case PYTHON -> {
                String directory = Origins.environment(context.cluster());
                part.tools(context.cluster().platform().os().family().pythonPackages())
                        .environment(new PythonEnvironment(
                                directory, Origins.requirements(context.cluster()), List.copyOf(sorted.keySet())));
                sorted.keySet()
                        .forEach(path ->
                                part.program(path, Text.of("environment " + directory, "окружение " + directory)));
            }
            case PRESENT ->
                sorted.keySet()
                        .forEach(
                                path -> part.program(path, Text.of("not brought by pg1c", "pg1c её не устанавливает")));
        }
    }
}
