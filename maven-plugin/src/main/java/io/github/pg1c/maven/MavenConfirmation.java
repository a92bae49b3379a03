package io.github.pg1c.maven;

import io.github.pg1c.maven.operate.Confirmation;
import java.io.Console;
import java.util.Locale;
import java.util.Set;

/**
 * Asks on the terminal, unless the user has agreed beforehand.
 *
 * @param yes whether the user has
 * @param interactive whether Maven may ask
 */
record MavenConfirmation(boolean yes, boolean interactive) implements Confirmation {

    private static final Set<String> AGREEMENT = Set.of("y", "yes", "д", "да");

    @Override
    public Answer ask(String question) {
        if (yes) {
            return Answer.YES;
        }
        Console console = System.console();
        if (!interactive || console == null) {
            return Answer.NOBODY;
        }
        String answer = console.readLine("%s [y/N] ", question);
        if (answer == null) {
            return Answer.NOBODY;
        }
        return AGREEMENT.contains(answer.strip().toLowerCase(Locale.ROOT)) ? Answer.YES : Answer.NO;
    }
}
