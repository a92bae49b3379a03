package io.github.pg1c.pki;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** IP address literals: parsed without asking a name server, written as RFC 5952 says. */
final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");

    private Addresses() {}

    static String canonical(String literal) {
        byte[] octets = octets(literal);
        return octets.length == 4 ? dotted(octets) : compressed(octets);
    }

    /** Four octets or sixteen; an IPv4 address inside IPv6 notation is four. */
    static byte[] octets(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            throw refusal(literal);
        }
        try {
            // A literal with a colon is never looked up, a dotted quad neither.
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw refusal(literal);
        }
    }

    private static IllegalArgumentException refusal(String literal) {
        return new IllegalArgumentException("\"" + Printable.of(literal)
                + "\" is refused as an address: write a plain IPv4 or IPv6 address without mask, zone or brackets");
    }

    private static String dotted(byte[] octets) {
        return (octets[0] & 0xff) + "." + (octets[1] & 0xff) + "." + (octets[2] & 0xff) + "." + (octets[3] & 0xff);
    }

    private static String compressed(byte[] octets) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (octets[2 * i] & 0xff) << 8 | octets[2 * i + 1] & 0xff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(String.format(Locale.ROOT, "%x", groups[i]));
            }
        }
        return text.toString();
    }
}
