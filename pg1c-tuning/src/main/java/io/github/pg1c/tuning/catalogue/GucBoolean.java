package io.github.pg1c.tuning.catalogue;

import java.util.Locale;
import java.util.Optional;

/** Truth values as PostgreSQL reads them: in any case, as unique prefixes of words, and without blanks around them. */
final class GucBoolean {

    private GucBoolean() {}

    static Optional<Boolean> parse(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "true", "tru", "tr", "t", "yes", "ye", "y", "1" -> Optional.of(true);
            case "off", "of", "false", "fals", "fal", "fa", "f", "no", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
