package io.github.pg1c.pki;

import io.github.pg1c.base.net.AddressText;
import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.Arrays;

/**
 * A host name or address of the holder of a certificate (subject alternative name). Every value of this type is valid
 * and in canonical form, which etcd, Go, OpenSSL and the JDK parse in the same way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6">RFC 5280, 4.2.1.6</a>
 * @since 0.1
 */
public sealed interface SubjectName {
    /** The canonical text: lower case, A-labels, addresses as in RFC 5952. */
    String text();

    /**
     * A host name; a name in another alphabet becomes its A-label, and {@code *} may be the whole leftmost label.
     *
     * @throws IllegalArgumentException for anything else, for example a blank, an underscore, a trailing dot or an
     *     address
     */
    static SubjectName dns(String name) {
        return new Dns(name);
    }

    /**
     * An IPv4 or IPv6 address.
     *
     * @throws IllegalArgumentException for a host name, a mask, a zone id, a short form such as {@code 10.1}
     */
    static SubjectName ip(String address) {
        return new Ip(address);
    }

    /**
     * An address or a host name. A text with a colon, or of digits and dots only, is an address.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static SubjectName parse(String text) {
        return text.indexOf(':') >= 0 || text.matches("[0-9.]+") || text.indexOf('/') >= 0 ? ip(text) : dns(text);
    }

    /** A host name. */
    record Dns(String text) implements SubjectName {
        /** Validates and brings into canonical form. */
        public Dns {
            text = HostNames.canonical(text);
        }
    }

    /** An address. */
    record Ip(String text) implements SubjectName {
        private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

        /** Validates and brings into canonical form. */
        public Ip {
            text = AddressText.print(octets(text));
        }

        /** Four octets or sixteen; an IPv4 address in IPv6 notation has four. */
        public byte[] octets() {
            return octets(text);
        }

        private static byte[] octets(String text) {
            byte[] octets = AddressText.parse(text)
                    .orElseThrow(() -> new MalformedValueException(
                            Text.of(
                                    "\"" + Excerpt.of(text) + "\" is refused as an address",
                                    "«" + Excerpt.of(text) + "» не годится как адрес"),
                            Text.of(
                                    "write a plain IPv4 or IPv6 address without mask, zone or brackets",
                                    "напишите просто адрес IPv4 или IPv6, без маски, зоны и скобок")));
            return octets.length == 16 && Arrays.equals(octets, 0, 12, MAPPED, 0, 12)
                    ? Arrays.copyOfRange(octets, 12, 16)
                    : octets;
        }
    }
}
