package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Checks that overrides leave enough connections, WAL senders and slots for 1C and the members of the cluster. */
final class ClusterMinimums {

    private ClusterMinimums() {}

    static List<OverrideProblem> check(TuningInput input, ParameterCatalogue catalogue) {
        Map<String, Integer> least = Map.of(
                "max_connections",
                input.connections()
                        + given(input, catalogue, "superuser_reserved_connections", Sizing.SUPERUSER_CONNECTIONS)
                        + given(input, catalogue, "reserved_connections", Sizing.MONITORING_CONNECTIONS),
                "max_wal_senders",
                input.standbys() + 2,
                "max_replication_slots",
                input.standbys() + 1);
        List<OverrideProblem> problems = new ArrayList<>();
        input.overrides().forEach((name, value) -> {
            Integer needed = least.get(name.toLowerCase(Locale.ROOT));
            if (needed != null) {
                OptionalDouble number = catalogue.find(name).orElseThrow().number(value);
                if (number.isPresent() && number.getAsDouble() < needed) {
                    problems.add(problem(name, value, needed));
                }
            }
        });
        return problems;
    }

    private static int given(TuningInput input, ParameterCatalogue catalogue, String parameter, int otherwise) {
        return input.overrides().entrySet().stream()
                .filter(override -> override.getKey().equalsIgnoreCase(parameter))
                .flatMapToDouble(
                        override -> catalogue
                                .find(parameter)
                                .map(spec -> spec.number(override.getValue()))
                                .orElse(OptionalDouble.empty())
                                .stream())
                .mapToInt(number -> (int) number)
                .findFirst()
                .orElse(otherwise);
    }

    private static OverrideProblem problem(String name, String value, int needed) {
        return new OverrideProblem(
                Kind.HARMFUL,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "' is below the " + needed
                                + " that the clients' connections and the members of this cluster need",
                        name + " = '" + value + "' меньше " + needed
                                + ", которые нужны соединениям клиентов и узлам этого кластера"),
                Text.of(
                        "write " + needed + " or more, or remove it",
                        "напишите " + needed + " или больше либо уберите"));
    }
}
