package io.github.pg1c.tuning.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as PostgreSQL describes it.
 *
 * @param name its name
 * @param type what kind of value it takes
 * @param unit base unit of a number, for example {@code 8kB} or {@code ms}; null when it has none
 * @param min lowest number in the base unit; null when it is no number
 * @param max highest number in the base unit; null when it is no number
 * @param values what an enumeration takes, in the server's order; empty for other types
 * @param context when it may change
 * @param defaultValue value of a server without configuration, in the base unit
 * @param majors versions that have it
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-settings.html">PostgreSQL: pg_settings</a>
 * @since 0.1
 */
public record ParameterSpec(
        String name,
        ParameterType type,
        @Nullable String unit,
        @Nullable Double min,
        @Nullable Double max,
        List<String> values,
        ParameterContext context,
        String defaultValue,
        Set<PgMajor> majors) {

    public ParameterSpec {
        values = List.copyOf(values);
    }

    /** What a running server needs to take a new value. */
    public Activation activation() {
        return context.activation();
    }

    /** Whether no configuration can change it. */
    public boolean internal() {
        return context == ParameterContext.INTERNAL;
    }

    /** A value as a number in the base unit; nothing when it is no number or its unit does not fit. */
    public OptionalDouble number(String value) {
        return switch (type) {
            case INTEGER -> {
                OptionalDouble number = GucNumber.parse(value, unit, true);
                yield number.isPresent() ? OptionalDouble.of(Math.rint(number.getAsDouble())) : number;
            }
            case REAL -> GucNumber.parse(value, unit, false);
            default -> OptionalDouble.empty();
        };
    }

    /** A number in the base unit as a size; empty for a negative number, which mostly stands for a default. */
    public Optional<MemorySize> size(OptionalDouble number) {
        if (number.isEmpty() || number.getAsDouble() < 0) {
            return Optional.empty();
        }
        return Optional.of(new MemorySize((long) (number.getAsDouble() * GucNumber.factor(unit == null ? "B" : unit))));
    }

    /** A truth value in any spelling that the server takes, for example {@code on}, {@code yes} or {@code t}. */
    public Optional<Boolean> truth(String value) {
        return GucBoolean.parse(value);
    }

    /** The bounds of a number as people read them: {@code 0..262143}, {@code 16..1073741823 (× 8kB)}. */
    public String range() {
        return ParameterBounds.range(this);
    }

    /** Units that a number may carry, separated by commas; empty for a plain number. */
    public String units() {
        return ParameterBounds.units(this);
    }

    /** Whether the server would take a value: of its type and within its bounds. */
    public boolean inBounds(String value) {
        return switch (type) {
            case BOOL -> GucBoolean.parse(value).isPresent();
            case ENUM -> word(value).isPresent();
            case STRING -> true;
            case INTEGER, REAL -> {
                OptionalDouble number = number(value);
                yield number.isPresent()
                        && (min == null || number.getAsDouble() >= min)
                        && (max == null || number.getAsDouble() <= max);
            }
        };
    }

    /** The server's default as people write it: {@code 128MB} where {@link #defaultValue()} is 16384 pages. */
    public String readableDefault() {
        String base = unit;
        OptionalDouble number = number(defaultValue);
        if (base == null || number.isEmpty() || number.getAsDouble() < 0) {
            return defaultValue;
        }
        return base.endsWith("B")
                ? new MemorySize((long) (number.getAsDouble() * GucNumber.factor(base))).toPostgres()
                : GucNumber.duration(number.getAsDouble(), base);
    }

    /** Whether its value is a list of names; SQL takes one quoted string for each name and not one for all. */
    public boolean list() {
        return type == ParameterType.STRING && ListParameters.contains(name);
    }

    /** The names of a list, without blanks and quotes around them; the value itself when it is no list. */
    public List<String> elements(String value) {
        return list() ? ListParameters.elements(value) : List.of(value);
    }

    /**
     * Whether two spellings mean the same: {@code 8GB} and {@code 8192MB}, {@code on} and {@code true}, {@code
     * en_US.utf8} and {@code en_US.UTF-8}.
     */
    public boolean same(String one, String other) {
        return canonical(one).equals(canonical(other));
    }

    private String canonical(String value) {
        return switch (type) {
            case BOOL -> GucBoolean.parse(value).map(Object::toString).orElse(value);
            case INTEGER, REAL -> {
                OptionalDouble number = number(value);
                yield number.isPresent() ? Double.toString(number.getAsDouble()) : value;
            }
            case ENUM -> Aliases.of(name, word(value).orElse(value).toLowerCase(Locale.ROOT));
            case STRING -> TextSpellings.one(name, list() ? String.join(",", elements(value)) : value.strip());
        };
    }

    /** The word of an enumeration that a value means; one with {@code off} takes other words for truth values, too. */
    public Optional<String> word(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        Optional<String> exact =
                values.stream().filter(word -> word.equalsIgnoreCase(lower)).findFirst();
        if (exact.isPresent() || !values.contains("off")) {
            return exact;
        }
        return switch (lower) {
            case "on", "true", "yes", "1" -> Optional.of("on");
            case "false", "no", "0" -> Optional.of("off");
            default -> Optional.empty();
        };
    }
}
