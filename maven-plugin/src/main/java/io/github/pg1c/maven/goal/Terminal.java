package io.github.pg1c.maven.goal;

import java.io.Console;
import java.util.Optional;

/**
 * The terminal that Maven was started in.
 *
 * @param interactive whether Maven may ask, which it may not in batch mode
 */
public record Terminal(boolean interactive) {

    /** What a person answers; empty where there is nobody, or the input has ended. */
    Optional<String> line(String question) {
        return console().map(console -> console.readLine("%s ", question));
    }

    /** What a person types without an echo; empty where there is nobody, or nothing was typed. To be wiped. */
    Optional<char[]> secret(String question) {
        return console()
                .map(console -> console.readPassword("%s: ", question))
                .filter(characters -> characters.length > 0);
    }

    private Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(console -> interactive);
    }
}
