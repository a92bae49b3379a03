package io.github.pg1c.base.words;

import java.util.Optional;

/**
 * Something wrong with a specification, and what to write instead.
 *
 * @param code stable, {@code PG1C-nnn}; each has a page in the documentation
 * @param severity whether it prevents generation
 * @param path of the key, as {@code nodes[2].address}; empty for the whole specification
 * @param location in the file, where it was read from one
 * @param message what is wrong, with the offending value
 * @param remedy what to write instead
 * @since 0.1
 */
public record Problem(
        String code, Severity severity, String path, Optional<Location> location, Text message, Text remedy) {

    /** Whether it prevents generation. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same problem at a place in a file. */
    public Problem at(Optional<Location> place) {
        return new Problem(code, severity, path, place, message, remedy);
    }

    /** One line for people: place, severity, code, path, message, remedy. */
    public String toString(Language language) {
        String place = location.map(where -> where + ": ").orElse("");
        String key = path.isEmpty() ? "" : path + ": ";
        return place + severity.title().in(language) + " " + code + ": " + key + message.in(language) + "; "
                + remedy.in(language);
    }

    /** The line in English. */
    @Override
    public String toString() {
        return toString(Language.EN);
    }
}
