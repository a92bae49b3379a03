package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A node, or several equal ones, and the plan.
 *
 * @param cluster that they belong to; empty for figures without a specification
 * @param nodes their names; none for figures without a specification
 * @param plan the plan of each of them
 * @param shared shared values of the cluster that differ from the plan's, because the weakest node decides them
 */
record TunedNode(String cluster, List<String> nodes, TuningPlan plan, List<String> shared) {

    TunedNode {
        nodes = List.copyOf(nodes);
        shared = List.copyOf(shared);
    }

    /** A node that only figures describe. */
    static TunedNode of(TuningPlan plan) {
        return new TunedNode("", List.of(), plan, List.of());
    }

    /** The input of the calculation, with all assumptions. */
    Text heading() {
        List<Text> figures = figures();
        return Text.of(
                name() + joined(figures, Text::en) + note("\nAll members share, as the weakest of them needs: "),
                name() + joined(figures, Text::ru) + note("\nОбщие для всех узлов, по самому слабому из них: "));
    }

    private String name() {
        return cluster.isEmpty() ? "" : cluster + ", " + String.join(", ", nodes) + ": ";
    }

    private String note(String lead) {
        return shared.isEmpty() ? "" : lead + String.join(", ", shared);
    }

    private static String joined(List<Text> figures, Function<Text, String> language) {
        return figures.stream().map(language).collect(Collectors.joining(", "));
    }

    private List<Text> figures() {
        TuningInput input = plan.input();
        List<Text> figures = new ArrayList<>();
        figures.add(Text.same(input.memory() + ", " + input.cpus() + " CPU"));
        add(figures, "disk ", "диск ", input.disk().id());
        // The rules of the preset general are not for 1C, whoever else is named.
        Text connections = input.preset().equals(Preset.GENERAL)
                ? Text.of("connections", "соединений")
                : input.application().of("connections", "соединений");
        add(figures, connections.en() + ": ", connections.ru() + ": ", input.connections());
        add(figures, "databases of ", "базы ", input.databaseSize());
        figures.add(walDisk(input));
        figures.add(Text.same(
                "PostgreSQL " + input.major() + " (" + input.distribution().id() + ")"));
        if (input.lz4()) {
            add(figures, "built with LZ4", "собран с LZ4", "");
        }
        add(figures, "preset ", "набор правил ", input.preset().id());
        add(figures, "standbys: ", "реплик: ", input.standbys());
        if (input.synchronous()) {
            add(figures, "synchronous", "синхронно", "");
        }
        if (input.databaseCopies()) {
            add(figures, "with copies of databases", "с копиями баз", "");
        }
        if (input.sharedWith1cServer()) {
            add(figures, "shared with a 1C server", "вместе с сервером 1С", "");
        }
        input.container()
                .ifPresent(limits ->
                        add(figures, "container of ", "контейнер ", limits.memory() + " + " + limits.cpus() + " CPU"));
        if (!input.overrides().isEmpty()) {
            add(
                    figures,
                    "given: ",
                    "задано: ",
                    String.join(", ", input.overrides().keySet()));
        }
        return figures;
    }

    private static Text walDisk(TuningInput input) {
        return switch (input.walPlace()) {
            case OWN -> Text.of("disk of WAL " + input.walDisk(), "диск WAL " + input.walDisk());
            case SHARED -> Text.of("disk of databases and WAL " + input.walDisk(), "диск баз и WAL " + input.walDisk());
            case ASSUMED ->
                Text.of(
                        "disk of WAL " + input.walDisk() + " (assumed)",
                        "диск WAL " + input.walDisk() + " (принято по умолчанию)");
        };
    }

    private static void add(List<Text> figures, String en, String ru, Object figure) {
        figures.add(Text.of(en + figure, ru + figure));
    }
}
