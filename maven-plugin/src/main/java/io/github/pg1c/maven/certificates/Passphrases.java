package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.pki.Passphrase;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sources of the passphrase of the authorities' keys: Maven's settings, the environment, a person at the terminal. The
 * command line is not one, because other users of the machine can read it. The receiver wipes characters and
 * passphrases.
 */
public interface Passphrases {

    /** The environment variable with the passphrase. */
    String VARIABLE = "PG1C_CA_PASSPHRASE";

    /** No passphrase at all. */
    Passphrases NONE = new Passphrases() {
        @Override
        public Optional<char[]> stored(ParameterProblems complaints) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> typed(String question) {
            return Optional.empty();
        }
    };

    /** The passphrase of settings or environment; unusable settings become a problem. */
    Optional<char[]> stored(ParameterProblems complaints);

    /** The input of a person without an echo; empty when nobody can be asked or nothing is typed. */
    Optional<char[]> typed(String question);

    /** The passphrase of settings or environment; an invalid one becomes a problem. */
    default Optional<Passphrase> given(ParameterProblems complaints) {
        return stored(complaints).flatMap(characters -> {
            Optional<Passphrase> passphrase = passphrase(characters);
            if (passphrase.isEmpty()) {
                complaints.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.PASSPHRASE_SERVER + ", " + VARIABLE,
                        Text.of(
                                "what is there cannot be a passphrase; it is not shown",
                                "то, что там указано, не может быть паролем; само значение не показано"),
                        ASCII);
            }
            return passphrase;
        });
    }

    /**
     * A passphrase from a person; empty when nobody can be asked.
     *
     * @param in translates a sentence into the user's language
     */
    default Optional<Passphrase> ask(Function<Text, String> in) {
        return typed(in.apply(QUESTION)).flatMap(Passphrases::passphrase);
    }

    /** A new passphrase, typed twice; empty when nobody can be asked or the two differ. */
    default Optional<Passphrase> askNew(Function<Text, String> in) {
        return typed(in.apply(QUESTION)).flatMap(first -> {
            char[] second = typed(in.apply(AGAIN)).orElseGet(() -> new char[0]);
            boolean same = Arrays.equals(first, second);
            Arrays.fill(second, '\0');
            Optional<Passphrase> passphrase = passphrase(first);
            return passphrase.filter(typed -> same);
        });
    }

    private static Optional<Passphrase> passphrase(char[] characters) {
        try {
            return Optional.of(Passphrase.of(characters));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** The characters of a passphrase. */
    Text ASCII = Text.of(
            "write printable ASCII characters: OpenSSL, Go and Java do not agree on others",
            "используйте печатные символы ASCII: остальные OpenSSL, Go и Java понимают по-разному");

    /** The question. */
    Text QUESTION =
            Text.of("passphrase of the authorities' keys (ASCII)", "пароль к ключам удостоверяющих центров (ASCII)");

    /** The question for the repetition. */
    Text AGAIN = Text.of("the same once more", "ещё раз");

    /** The message for a missing passphrase. */
    Text MISSING = Text.of(
            "the keys of the authorities are encrypted, and there is no passphrase: name the <server> of settings.xml that holds it with -D"
                    + PropertyNames.PASSPHRASE_SERVER + ", put it into the environment as " + VARIABLE
                    + ", or let Maven ask in a terminal",
            "ключи удостоверяющих центров зашифрованы, а пароля к ним нет: назовите <server> из settings.xml, где он хранится, через -D"
                    + PropertyNames.PASSPHRASE_SERVER + ", задайте переменную окружения " + VARIABLE
                    + " или запустите Maven в терминале, он спросит");

    /** The message for a wrong passphrase. */
    Text WRONG = Text.of(
            "the passphrase does not open the keys of the authorities: it is another one, or a key is damaged",
            "пароль не подходит к ключам удостоверяющих центров: он другой или ключ повреждён");
}
