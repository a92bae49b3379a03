package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.EditDistance;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterAvailability;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says why a name is not in the catalogue: a misspelling, another version, another build, or a library that the build
 * does not bring.
 */
final class UnknownParameter {

    private static final int SUGGESTIONS = 3;

    private UnknownParameter() {}

    static OverrideProblem problem(ParameterCatalogue catalogue, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<ParameterAvailability> elsewhere = ParameterCatalogue.availability(lower);
        if (elsewhere.stream().anyMatch(row -> row.builds().contains(catalogue.distribution()))) {
            return notInMajor(catalogue, name, value, elsewhere);
        }
        int dot = lower.indexOf('.');
        if (dot > 0 && foreignLibrary(catalogue, lower.substring(0, dot))) {
            return missingLibrary(catalogue, name, value, lower.substring(0, dot));
        }
        return elsewhere.isEmpty()
                ? unknown(catalogue, name, value, dot > 0)
                : notInDistribution(catalogue, name, value, elsewhere);
    }

    private static boolean foreignLibrary(ParameterCatalogue catalogue, String library) {
        return !catalogue.distribution().brings(library)
                && Arrays.stream(Distribution.values()).anyMatch(other -> other.brings(library));
    }

    private static OverrideProblem notInMajor(
            ParameterCatalogue catalogue, String name, String value, List<ParameterAvailability> rows) {
        int from = rows.stream().mapToInt(row -> row.from().number()).min().orElseThrow();
        int to = rows.stream().mapToInt(row -> row.to().number()).max().orElseThrow();
        String versions = from == to ? Integer.toString(from) : from + ".." + to;
        return new OverrideProblem(
                Kind.NOT_IN_MAJOR,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "': PostgreSQL " + catalogue.major() + " has no such parameter, of "
                                + PgMajor.SUPPORTED + " only " + versions + " have it",
                        name + " = '" + value + "': в PostgreSQL " + catalogue.major() + " нет такого параметра, из "
                                + PgMajor.SUPPORTED + " он есть только в " + versions),
                Text.of("remove " + name, "уберите " + name));
    }

    private static OverrideProblem notInDistribution(
            ParameterCatalogue catalogue, String name, String value, List<ParameterAvailability> rows) {
        String builds = rows.stream()
                .flatMap(row -> row.builds().stream())
                .map(Distribution::id)
                .distinct()
                .collect(Collectors.joining(", "));
        return new OverrideProblem(
                Kind.NOT_IN_DISTRIBUTION,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "': the build "
                                + catalogue.distribution().id() + " has no such parameter, only " + builds,
                        name + " = '" + value + "': в сборке "
                                + catalogue.distribution().id() + " нет такого параметра, он есть в " + builds),
                Text.of("remove " + name, "уберите " + name));
    }

    private static OverrideProblem missingLibrary(
            ParameterCatalogue catalogue, String name, String value, String library) {
        String build = catalogue.distribution().id();
        return new OverrideProblem(
                Kind.MISSING_LIBRARY,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "' belongs to the library " + library + ", which " + build
                                + " does not bring",
                        name + " = '" + value + "' относится к библиотеке " + library + ", которой нет в сборке "
                                + build),
                Text.of("remove " + name, "уберите " + name));
    }

    private static OverrideProblem unknown(ParameterCatalogue catalogue, String name, String value, boolean dotted) {
        List<String> similar = similar(catalogue, name.toLowerCase(Locale.ROOT));
        boolean certain = !similar.isEmpty() || !dotted && catalogue.distribution() == Distribution.PGDG;
        String list = String.join(", ", similar);
        return new OverrideProblem(
                Kind.UNKNOWN,
                certain ? Severity.ERROR : Severity.WARNING,
                name,
                value,
                Text.of(
                        name + " = '" + value + "': no parameter of that name is known in PostgreSQL "
                                + catalogue.major() + " ("
                                + catalogue.distribution().id() + ")",
                        name + " = '" + value + "': параметр с таким именем в PostgreSQL " + catalogue.major() + " ("
                                + catalogue.distribution().id() + ") неизвестен"),
                similar.isEmpty()
                        ? Text.of(
                                "remove it, or make sure that 'postgres --describe-config' of this build shows it",
                                "уберите его или убедитесь, что его показывает 'postgres --describe-config' этой сборки")
                        : Text.of("did you mean " + list + "?", "возможно, имелось в виду: " + list));
    }

    private static List<String> similar(ParameterCatalogue catalogue, String name) {
        int most = Math.max(1, name.length() / 5);
        return catalogue.parameters().stream()
                .map(ParameterSpec::name)
                .filter(known -> EditDistance.between(known, name) <= most)
                .sorted(Comparator.comparingInt((String known) -> EditDistance.between(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }
}
