package io.github.pg1c.tuning;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The user's valid values as numbers: a figure that others are calculated from must be the one in force. */
record Effective(ParameterCatalogue catalogue, Map<String, String> overrides) {

    /** A size the user said; nothing where it is -1, which means by default. */
    Optional<MemorySize> size(String name) {
        OptionalDouble number = number(name);
        if (number.isEmpty() || number.getAsDouble() < 0) {
            return Optional.empty();
        }
        String unit = catalogue.find(name).map(ParameterSpec::unit).orElse("B");
        return Optional.of(new MemorySize((long) (number.getAsDouble() * GucNumber.factor(unit))));
    }

    OptionalInt count(String name) {
        OptionalDouble number = number(name);
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    OptionalDouble number(String name) {
        String value = overrides.get(name);
        return value == null
                ? OptionalDouble.empty()
                : catalogue.find(name).orElseThrow().number(value);
    }

    /** The same without one of them. */
    Effective without(String name) {
        Map<String, String> others = new TreeMap<>(overrides);
        others.remove(name);
        return new Effective(catalogue, others);
    }
}
