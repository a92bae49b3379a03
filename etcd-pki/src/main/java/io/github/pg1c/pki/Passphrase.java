package io.github.pg1c.pki;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.Arrays;

/**
 * The passphrase of a private key. It is never shown, and {@link #close} wipes it.
 *
 * @since 0.1
 */
public final class Passphrase implements AutoCloseable {
    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /**
     * A passphrase with these characters, which are copied; the caller wipes its own.
     *
     * @throws IllegalArgumentException when it is empty or not printable ASCII, for which OpenSSL, Go and the JDK do
     *     not agree on the octets
     */
    public static Passphrase of(char... characters) {
        char[] copy = characters.clone();
        if (copy.length == 0) {
            throw refusal(Text.of("the passphrase is empty", "парольная фраза пуста"));
        }
        for (char c : copy) {
            if (c < ' ' || c > '~') {
                Arrays.fill(copy, '\0');
                throw refusal(Text.of(
                        "the passphrase has other characters than printable ASCII",
                        "в парольной фразе есть символы вне печатных ASCII"));
            }
        }
        return new Passphrase(copy);
    }

    private static MalformedValueException refusal(Text problem) {
        return new MalformedValueException(
                problem,
                Text.of(
                        "a passphrase consists of printable ASCII characters",
                        "парольная фраза состоит из печатных символов ASCII"));
    }

    /** A copy, which the caller wipes. */
    public char[] copy() {
        if (characters[0] == '\0') {
            throw new IllegalStateException("the passphrase was wiped");
        }
        return characters.clone();
    }

    /** Wipes the characters. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
