package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An OpenPGP public key in its armored form, by which the packages of a repository are known: a head line, headers, an
 * empty line, base 64, a tail line (RFC 9580, section 6.2). Messages do not repeat it: it may be a private one.
 *
 * @param value the lines without blanks around them, separated by line feeds
 * @since 0.1
 */
public record ArmoredKey(String value) {

    /** The form of a key, for the JSON Schema. */
    public static final String FORM = "^\\s*-----BEGIN PGP PUBLIC KEY BLOCK-----[ \\t]*\\n"
            + "([ \\t]*[A-Za-z]+: [^\\n]*\\n)*[ \\t]*\\n([ \\t]*[A-Za-z0-9+/=]+[ \\t]*\\n)+"
            + "[ \\t]*-----END PGP PUBLIC KEY BLOCK-----\\s*$";

    private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final String END = "-----END PGP PUBLIC KEY BLOCK-----";
    private static final Pattern HEADER = Pattern.compile("[A-Za-z]+: \\P{Cntrl}*");
    private static final Pattern DATA = Pattern.compile("[A-Za-z0-9+/=]+");
    private static final Text REMEDY = Text.of(
            "write the vendor's public key, from " + BEGIN + " to " + END + ", as a block of lines (|)",
            "укажите открытый ключ поставщика, от " + BEGIN + " до " + END + ", блоком строк (|)");

    public ArmoredKey {
        List<String> lines = value.lines().toList();
        int empty = lines.indexOf("");
        int last = lines.size() - 1;
        if (value.contains("PRIVATE KEY")) {
            throw new MalformedValueException(
                    Text.of(
                            "this is a private key, which nobody but its owner may have",
                            "это закрытый ключ: он должен быть только у владельца"),
                    REMEDY);
        }
        if (empty < 1
                || empty + 1 >= last
                || !lines.get(0).equals(BEGIN)
                || !lines.get(last).equals(END)
                || !lines.subList(1, empty).stream()
                        .allMatch(line -> HEADER.matcher(line).matches())
                || !lines.subList(empty + 1, last).stream()
                        .allMatch(line -> DATA.matcher(line).matches())) {
            throw new MalformedValueException(
                    Text.of("this is no armored public key", "это не открытый ключ в текстовом виде"), REMEDY);
        }
    }

    /**
     * Reads a key.
     *
     * @throws MalformedValueException when it is not the armored form of a public key
     */
    public static ArmoredKey parse(String text) {
        return new ArmoredKey(
                String.join("\n", text.strip().lines().map(String::strip).toList()));
    }

    /** The lines, from the head to the tail. */
    public List<String> lines() {
        return value.lines().toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
