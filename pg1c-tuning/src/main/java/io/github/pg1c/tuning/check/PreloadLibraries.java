package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import java.util.Arrays;
import java.util.List;

/** The list in {@code shared_preload_libraries}. */
final class PreloadLibraries {

    private PreloadLibraries() {}

    /** Libraries of the list that the build does not bring. An unknown library may have been installed by hand. */
    static List<OverrideProblem> missing(Distribution distribution, String name, String value, List<String> libraries) {
        return libraries.stream()
                .filter(library -> !distribution.brings(library))
                .map(library -> problem(distribution, name, value, library))
                .toList();
    }

    private static OverrideProblem problem(Distribution distribution, String name, String value, String library) {
        boolean foreign = Arrays.stream(Distribution.values()).anyMatch(other -> other.brings(library));
        String brings = String.join(", ", distribution.libraries());
        return new OverrideProblem(
                Kind.MISSING_LIBRARY,
                foreign ? Severity.ERROR : Severity.WARNING,
                name,
                value,
                Text.of(
                        name + " = '" + value + "': " + distribution.id() + " does not bring " + library
                                + ", and without it the server does not start",
                        name + " = '" + value + "': в сборке " + distribution.id() + " нет библиотеки " + library
                                + ", без неё сервер не запустится"),
                Text.of(
                        foreign
                                ? "remove " + library + "; the build brings " + brings
                                : "install " + library + " on every node, or remove it; the build brings " + brings,
                        foreign
                                ? "уберите " + library + "; в сборке есть " + brings
                                : "установите " + library + " на каждом узле или уберите; в сборке есть " + brings));
    }
}
