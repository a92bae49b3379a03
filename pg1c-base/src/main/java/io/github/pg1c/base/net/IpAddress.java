package io.github.pg1c.base.net;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;

/**
 * A literal IPv4 or IPv6 address without a zone, in its one canonical spelling.
 *
 * @param value dotted decimals, or the form of RFC 5952
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5952">RFC 5952</a>
 * @since 0.1
 */
public record IpAddress(String value) {

    public IpAddress {
        String given = value;
        value = AddressText.print(AddressText.parse(given)
                .orElseThrow(() -> new MalformedValueException(
                        Text.of("'" + given + "' is not an IP address", "«" + given + "» — не IP-адрес"),
                        Text.of(
                                "write a literal address, for example 10.0.0.11 or fd00::11; not a name, a network or a zone",
                                "укажите сам адрес, например 10.0.0.11 или fd00::11, — не имя, не сеть и без зоны"))));
    }

    /**
     * Reads an address; never asks a name server.
     *
     * @throws MalformedValueException when the text is no literal address
     */
    public static IpAddress parse(String text) {
        return new IpAddress(text);
    }

    /** Whether it is an address of IPv6. */
    public boolean v6() {
        return value.indexOf(':') >= 0;
    }

    /** The address as the host part of a URL: IPv6 in brackets. */
    public String url() {
        return v6() ? "[" + value + "]" : value;
    }

    /** Whether it means "every address of the host" ({@code 0.0.0.0}, {@code ::}). */
    public boolean unspecified() {
        return value.equals("0.0.0.0") || value.equals("::");
    }

    /** Whether it is only reachable on the host itself. */
    public boolean loopback() {
        return value.startsWith("127.") || value.equals("::1");
    }

    /** Whether it can be the address of one host: not a group, not the broadcast address, not link-local IPv6. */
    public boolean unicast() {
        byte[] bytes = bytes();
        int first = bytes[0] & 255;
        return v6() ? first != 0xff && !(first == 0xfe && (bytes[1] & 0xc0) == 0x80) : first < 224 && first > 0;
    }

    /** The address in network byte order: 4 bytes, or 16 of IPv6. */
    public byte[] bytes() {
        return AddressText.parse(value).orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }
}
