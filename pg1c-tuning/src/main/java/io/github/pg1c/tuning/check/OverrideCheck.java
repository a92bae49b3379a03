package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterOwner;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.Application;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks the parameters that a user wrote against the catalogue, Patroni and the needs of 1C. Collects all problems.
 *
 * @since 0.1
 */
public final class OverrideCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final ParameterCatalogue catalogue;
    private final Map<String, String> overrides;
    private final boolean synchronous;
    private final List<OverrideProblem> problems = new ArrayList<>();

    private final Application application;

    private OverrideCheck(
            ParameterCatalogue catalogue, Map<String, String> overrides, boolean synchronous, Application application) {
        this.catalogue = catalogue;
        this.overrides = new TreeMap<>(overrides);
        this.synchronous = synchronous;
        this.application = application;
    }

    /** The same for a server that 1C uses. */
    public static List<OverrideProblem> problems(
            ParameterCatalogue catalogue, Map<String, String> overrides, boolean synchronous) {
        return problems(catalogue, overrides, synchronous, Application.ONE_C);
    }

    /**
     * Everything that is wrong with the values, sorted by the parameter's name; empty when all is well.
     *
     * @param synchronous whether commits must wait for a standby
     * @param application what uses the databases; only 1C has needs of its own
     */
    public static List<OverrideProblem> problems(
            ParameterCatalogue catalogue, Map<String, String> overrides, boolean synchronous, Application application) {
        OverrideCheck check = new OverrideCheck(catalogue, overrides, synchronous, application);
        check.overrides.forEach(check::check);
        return Collections.unmodifiableList(check.problems);
    }

    private void check(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            add(
                    Kind.UNKNOWN,
                    Severity.ERROR,
                    name,
                    value,
                    Text.of(
                            "'" + name + "' is not the name of a parameter",
                            "'" + name + "': такого имени у параметра быть не может"),
                    Text.of("remove it", "уберите его"));
            return;
        }
        if (twice(name)) {
            add(
                    Kind.HARMFUL,
                    Severity.ERROR,
                    name,
                    value,
                    Text.of(
                            name + " = '" + value + "': the parameter is given twice, in different case",
                            name + " = '" + value + "': параметр задан дважды, в разном регистре"),
                    Text.of("keep one of them", "оставьте один из них"));
            return;
        }
        ParameterOwner owner = catalogue.handling(lower).owner();
        if (owner != ParameterOwner.USER) {
            add(
                    Kind.MANAGED_BY_PATRONI,
                    Severity.ERROR,
                    name,
                    value,
                    Text.of(
                            name + " = '" + value + "' would be ignored or would fight with what Patroni sets",
                            name + " = '" + value + "' не подействует или вступит в спор с тем, что задаёт Patroni"),
                    remedy(owner, name.toLowerCase(Locale.ROOT)));
            return;
        }
        Optional<ParameterSpec> spec = catalogue.find(lower);
        if (spec.isEmpty()) {
            problems.add(UnknownParameter.problem(catalogue, name, value));
        } else if (typed(spec.get(), name, value)) {
            HarmfulValues.check(spec.get(), value, catalogue, byName(), synchronous, application)
                    .forEach(problems::add);
            if (lower.equals("shared_preload_libraries")) {
                problems.addAll(PreloadLibraries.missing(
                        catalogue.distribution(), name, value, spec.get().elements(value)));
            }
        }
    }

    private static Text remedy(ParameterOwner owner, String name) {
        return owner == ParameterOwner.PATRONI
                ? Text.of(
                        "remove " + name + "; Patroni sets it from the state of the cluster",
                        "уберите " + name + ": его задаёт Patroni по состоянию кластера")
                : Text.of(
                        "remove " + name + "; it follows from other keys of the specification",
                        "уберите " + name + ": он следует из других ключей описания");
    }

    private static Text remedy(ParameterSpec spec) {
        String units = spec.units();
        String range = spec.range();
        return units.isEmpty()
                ? Text.of("write a number within " + range, "напишите число в пределах " + range)
                : Text.of(
                        "write a number within " + range + ", with one of the units " + units,
                        "напишите число в пределах " + range + " с одной из единиц " + units);
    }

    private boolean twice(String name) {
        return overrides.keySet().stream().filter(name::equalsIgnoreCase).count() > 1;
    }

    /** Overrides by lower-case name, for rules that look at two of them. */
    private Map<String, String> byName() {
        Map<String, String> values = new TreeMap<>();
        overrides.forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        return values;
    }

    /** Whether the server accepts the value. */
    private boolean typed(ParameterSpec spec, String name, String value) {
        return switch (spec.type()) {
            case STRING -> !spec.internal() || refuse(spec, name, value);
            case BOOL -> spec.internal() ? refuse(spec, name, value) : bool(spec, name, value);
            case ENUM -> spec.internal() ? refuse(spec, name, value) : word(spec, name, value);
            case INTEGER, REAL -> spec.internal() ? refuse(spec, name, value) : number(spec, name, value);
        };
    }

    private boolean refuse(ParameterSpec spec, String name, String value) {
        add(
                Kind.OUT_OF_BOUNDS,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "': the server only shows " + spec.name() + ", it cannot be set",
                        name + " = '" + value + "': сервер только показывает " + spec.name() + ", задать его нельзя"),
                Text.of("remove " + name, "уберите " + name));
        return false;
    }

    private boolean bool(ParameterSpec spec, String name, String value) {
        if (spec.truth(value).isPresent()) {
            return true;
        }
        add(
                Kind.WRONG_TYPE,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "' is neither on nor off",
                        name + " = '" + value + "': ожидается on или off"),
                Text.of("write on or off", "напишите on или off"));
        return false;
    }

    private boolean word(ParameterSpec spec, String name, String value) {
        if (spec.word(value).isPresent()) {
            return true;
        }
        String words = String.join(", ", spec.values());
        add(
                Kind.OUT_OF_BOUNDS,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "' is not one of " + words,
                        name + " = '" + value + "': такого значения нет среди " + words),
                Text.of("write one of " + words, "напишите одно из: " + words));
        return false;
    }

    private boolean number(ParameterSpec spec, String name, String value) {
        OptionalDouble number = spec.number(value);
        if (number.isEmpty()) {
            String unit = spec.units();
            add(
                    Kind.WRONG_TYPE,
                    Severity.ERROR,
                    name,
                    value,
                    Text.of(
                            name + " = '" + value + "' is not a number"
                                    + (unit.isEmpty() ? "" : " with one of the units " + unit),
                            name + " = '" + value + "': ожидается число"
                                    + (unit.isEmpty() ? "" : " и одна из единиц " + unit)),
                    remedy(spec));
            return false;
        }
        Double min = spec.min();
        Double max = spec.max();
        if (min != null && number.getAsDouble() < min || max != null && number.getAsDouble() > max) {
            add(
                    Kind.OUT_OF_BOUNDS,
                    Severity.ERROR,
                    name,
                    value,
                    Text.of(
                            name + " = '" + value + "' is outside of " + spec.range(),
                            name + " = '" + value + "' вне пределов " + spec.range()),
                    remedy(spec));
            return false;
        }
        return patroniAccepts(name, value, number.getAsDouble());
    }

    private boolean patroniAccepts(String name, String value, double number) {
        OptionalInt known = catalogue.handling(name).least();
        if (known.isEmpty() || number >= known.getAsInt()) {
            return true;
        }
        int least = known.getAsInt();
        add(
                Kind.OUT_OF_BOUNDS,
                Severity.ERROR,
                name,
                value,
                Text.of(
                        name + " = '" + value + "' is below " + least
                                + ", which Patroni silently replaces by its default",
                        name + " = '" + value + "' меньше " + least + ": Patroni молча заменит его своим значением"),
                Text.of("write " + least + " or more", "напишите " + least + " или больше"));
        return false;
    }

    private void add(Kind kind, Severity severity, String name, String value, Text message, Text remedy) {
        problems.add(new OverrideProblem(kind, severity, name, value, message, remedy));
    }
}
