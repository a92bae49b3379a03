package io.github.pg1c.pki;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.net.IDN;
import java.util.Locale;

/**
 * Host names in certificates: those of {@link HostName}, names in other alphabets, which become A-labels (RFC 5890),
 * and a wildcard as the whole leftmost label. Strict, because verifiers that read a name in different ways cause an
 * outage.
 */
final class HostNames {
    /**
     * The most characters of a name in another alphabet. Its A-labels have at least as many octets, apart from ignored
     * characters.
     */
    private static final int MOST_CHARACTERS = 1000;

    private static final int MOST_OCTETS = 253;
    private static final Text TOO_LONG =
            Text.of("it is longer than " + MOST_OCTETS + " octets", "оно длиннее " + MOST_OCTETS + " октетов");

    private HostNames() {}

    static String canonical(String name) {
        if (name.length() > MOST_CHARACTERS) {
            throw refusal(name, TOO_LONG);
        }
        boolean wildcard = name.startsWith("*.");
        String ascii = ascii(name, wildcard ? name.substring(2) : name);
        if (ascii.length() + (wildcard ? 2 : 0) > MOST_OCTETS) {
            throw refusal(name, TOO_LONG);
        }
        if (wildcard && ascii.indexOf('.') < 0) {
            throw refusal(
                    name,
                    Text.of(
                            "a wildcard needs at least two labels behind it",
                            "за звёздочкой должны идти хотя бы две метки"));
        }
        return wildcard ? "*." + ascii : ascii;
    }

    private static String ascii(String name, String host) {
        String ascii;
        try {
            ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw notAName(name);
        }
        if (ascii.length() > MOST_OCTETS) {
            throw refusal(name, TOO_LONG);
        }
        try {
            if (HostName.parse(ascii).address().isEmpty()) {
                return ascii;
            }
        } catch (MalformedValueException e) {
            throw notAName(name);
        }
        throw refusal(name, Text.of("it is an address", "это адрес"));
    }

    private static MalformedValueException notAName(String name) {
        return refusal(
                name,
                Text.of(
                        "each label has 1 to 63 letters, digits and inner hyphens, and the last is not a number",
                        "в каждой метке от 1 до 63 букв, цифр и дефисов внутри, последняя — не число"));
    }

    private static MalformedValueException refusal(String name, Text why) {
        return new MalformedValueException(
                Text.of(
                        "\"" + Excerpt.of(name) + "\" is refused as a host name",
                        "«" + Excerpt.of(name) + "» не годится как имя хоста"),
                why);
    }
}
