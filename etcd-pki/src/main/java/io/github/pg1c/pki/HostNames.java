package io.github.pg1c.pki;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Host names by RFC 1123 and RFC 5890: strict, because a name that one verifier reads differently from another is an outage. */
final class HostNames {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** No name in another alphabet has more characters than its A-labels have octets, but for those that count for nothing. */
    private static final int MOST_CHARACTERS = 1000;

    private HostNames() {}

    static String canonical(String name) {
        if (name.length() > MOST_CHARACTERS) {
            throw refusal(name, "it is longer than 253 octets", null);
        }
        boolean wildcard = name.startsWith("*.");
        String host = wildcard ? name.substring(2) : name;
        String ascii;
        try {
            ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refusal(name, "it is not a host name", e);
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw refusal(name, "each label has 1 to 63 letters, digits and inner hyphens", null);
            }
        }
        if (ascii.length() + (wildcard ? 2 : 0) > 253) {
            throw refusal(name, "it is longer than 253 octets", null);
        }
        if (labels[labels.length - 1].matches("[0-9]+")) {
            throw refusal(name, "the last label is a number, so that it would be read as an address", null);
        }
        if (wildcard && labels.length < 2) {
            throw refusal(name, "a wildcard needs at least two labels behind it", null);
        }
        return wildcard ? "*." + ascii : ascii;
    }

    private static IllegalArgumentException refusal(String name, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException("\"" + Printable.of(name) + "\" is refused as a host name: " + why, cause);
    }
}
