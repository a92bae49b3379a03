package io.github.pg1c.maven.goal;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.parameter.ParameterProblems;
import java.util.Optional;

/** Asks one question at the terminal it is started in, and says what it was told. */
final class AskingProgram {

    private AskingProgram() {}

    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(!arguments[1].equals("batch"));
        String told = switch (arguments[0]) {
            case "confirmation" ->
                new MavenConfirmation(false, terminal).ask("Switch over?").name();
            case "passphrase" ->
                atTerminal(terminal)
                        .askNew(Text::en)
                        .map(passphrase -> "a passphrase")
                        .orElse("none");
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        System.out.println("told: " + told);
    }

    private static Passphrases atTerminal(Terminal terminal) {
        return new Passphrases() {
            @Override
            public Optional<char[]> stored(ParameterProblems complaints) {
                return Optional.empty();
            }

            @Override
            public Optional<char[]> typed(String question) {
                return terminal.secret(question);
            }
        };
    }
}
