package io.github.pg1c.base.net;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client connects to: a DNS name in lower case, or a literal IP address.
 *
 * @param value without a final dot
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, section 2.1</a>
 * @since 0.1
 */
public record HostName(String value) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    // A name whose last label is a number would be taken for an address.
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?[0-9]+");

    public HostName {
        value = canonical(value);
    }

    /**
     * Reads a name or an address.
     *
     * @throws MalformedValueException when the text is neither
     */
    public static HostName parse(String text) {
        return new HostName(text);
    }

    /** The address, where it is one. */
    public Optional<IpAddress> address() {
        return AddressText.parse(value).map(bytes -> new IpAddress(value));
    }

    /** The name or address as the host part of a URL: IPv6 in brackets. */
    public String url() {
        return address().map(IpAddress::url).orElse(value);
    }

    private static String canonical(String text) {
        Optional<byte[]> address = AddressText.parse(text);
        if (address.isPresent()) {
            return AddressText.print(address.get());
        }
        String name = text.toLowerCase(Locale.ROOT);
        if (name.length() > 253
                || !NAME.matcher(name).matches()
                || NUMERIC_END.matcher(name).matches()) {
            throw new MalformedValueException(
                    Text.of(
                            "'" + text + "' is neither a host name nor an IP address",
                            "«" + text + "» — не имя хоста и не IP-адрес"),
                    Text.of(
                            "write it as zup-db.corp.example or 10.0.0.10, without scheme and port; names beyond a-z in Punycode",
                            "напишите в виде zup-db.corp.example или 10.0.0.10, без схемы и порта; имена не из латинских букв — в Punycode"));
        }
        return name;
    }

    @Override
    public String toString() {
        return value;
    }
}
