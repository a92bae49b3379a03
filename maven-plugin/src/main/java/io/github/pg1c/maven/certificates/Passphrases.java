package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.pki.Passphrase;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the passphrase of the authorities' keys comes from: Maven's settings, the environment, a person at the terminal; never the command line, which
 * other users of the machine can read. Whoever is given characters or a passphrase wipes them.
 */
public interface Passphrases {

    /** The environment variable that may hold it. */
    String VARIABLE = "PG1C_CA_PASSPHRASE";

    /** Where nobody has one. */
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

    /** What settings or environment hold; complains of settings that cannot be used. */
    Optional<char[]> stored(ParameterProblems complaints);

    /** What a person types without an echo; empty where nobody can be asked, or types nothing. */
    Optional<char[]> typed(String question);

    /** What settings or environment hold; complains when it cannot be a passphrase. */
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
     * A passphrase from a person; empty where nobody can be asked.
     *
     * @param in puts a sentence into the user's language
     */
    default Optional<Passphrase> ask(Function<Text, String> in) {
        return typed(in.apply(QUESTION)).flatMap(Passphrases::passphrase);
    }

    /** A new passphrase, which is typed twice; empty where nobody can be asked, or the two differ. */
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

    /** What a passphrase consists of. */
    Text ASCII = Text.of(
            "write printable ASCII characters: OpenSSL, Go and Java do not agree on others",
            "используйте печатные символы ASCII: остальные OpenSSL, Go и Java понимают по-разному");

    /** What to ask. */
    Text QUESTION =
            Text.of("passphrase of the authorities' keys (ASCII)", "пароль к ключам удостоверяющих центров (ASCII)");

    /** What to ask the second time. */
    Text AGAIN = Text.of("the same once more", "ещё раз");

    /** What to say where one is needed and there is none. */
    Text MISSING = Text.of(
            "the keys of the authorities are encrypted, and there is no passphrase: name the <server> of settings.xml that holds it with -D"
                    + PropertyNames.PASSPHRASE_SERVER + ", put it into the environment as " + VARIABLE
                    + ", or let Maven ask in a terminal",
            "ключи удостоверяющих центров зашифрованы, а пароля к ним нет: назовите <server> из settings.xml, где он хранится, через -D"
                    + PropertyNames.PASSPHRASE_SERVER + ", задайте переменную окружения " + VARIABLE
                    + " или запустите Maven в терминале, он спросит");

    /** What to say where it is another one. */
    Text WRONG = Text.of(
            "the passphrase does not open the keys of the authorities: it is another one, or a key is damaged",
            "пароль не подходит к ключам удостоверяющих центров: он другой или ключ повреждён");
}
