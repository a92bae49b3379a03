package io.github.pg1c.maven.goal;

import java.io.Console;
import java.util.Optional;

/**
 * The terminal that Maven was started in.
 *
 * @param interactive whether Maven may ask; false in batch mode
 */
public record Terminal(boolean interactive) {

    /** The answer of a person; empty when there is nobody, or the input has ended. */
    Optional<String> line(String question) {
        return console().map(console -> console.readLine("%s ", question));
    }

    /** The input of a person without an echo; empty when there is nobody, or nothing was typed. The caller wipes it. */
    Optional<char[]> secret(String question) {
        return console()
                .map(console -> console.readPassword("%s: ", question))
                .filter(characters -> characters.length > 0);
    }

    private Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(console -> interactive);
    }
}
