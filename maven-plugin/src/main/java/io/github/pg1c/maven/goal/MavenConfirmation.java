package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.speech.Confirmation;
import java.util.Locale;
import java.util.Set;

/**
 * Asks on the terminal, unless the user has agreed beforehand.
 *
 * @param yes whether the user has agreed
 * @param terminal the terminal for questions
 */
public record MavenConfirmation(boolean yes, Terminal terminal) implements Confirmation {

    private static final Set<String> AGREEMENT = Set.of("y", "yes", "д", "да");

    @Override
    public Answer ask(String question) {
        if (yes) {
            return Answer.YES;
        }
        return terminal.line(question + " [y/N]")
                .map(answer -> AGREEMENT.contains(answer.strip().toLowerCase(Locale.ROOT)) ? Answer.YES : Answer.NO)
                .orElse(Answer.NOBODY);
    }
}
