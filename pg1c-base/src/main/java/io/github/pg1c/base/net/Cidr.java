package io.github.pg1c.base.net;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.Collection;
import java.util.List;

/**
 * A network: an address whose host bits are zero, and the length of its prefix.
 *
 * @param value as {@code 10.0.10.0/24}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632</a>
 * @since 0.1
 */
public record Cidr(String value) {

    public Cidr {
        value = canonical(value);
    }

    /**
     * Reads a network.
     *
     * @throws MalformedValueException when the text has another form or a bit of the host part is set
     */
    public static Cidr parse(String text) {
        return new Cidr(text);
    }

    /** The network of one address. */
    public static Cidr host(IpAddress address) {
        return new Cidr(address + "/" + 8 * address.bytes().length);
    }

    /** The network of this length that has the address. */
    public static Cidr around(IpAddress address, int prefix) {
        return new Cidr(AddressText.print(masked(address.bytes(), prefix)) + "/" + prefix);
    }

    /** Length of the prefix: 0 to 32, or to 128 for IPv6. */
    public int prefix() {
        return Integer.parseInt(value.substring(value.indexOf('/') + 1));
    }

    /** The first address of the network. */
    public IpAddress address() {
        return new IpAddress(value.substring(0, value.indexOf('/')));
    }

    /** Whether every address is in it. */
    public boolean everything() {
        return prefix() == 0;
    }

    /** Whether the address is in it. */
    public boolean contains(IpAddress other) {
        byte[] bytes = other.bytes();
        byte[] own = address().bytes();
        return bytes.length == own.length
                && AddressText.print(masked(bytes, prefix())).equals(AddressText.print(own));
    }

    /** Whether every address of the other network is in it. */
    public boolean contains(Cidr other) {
        return prefix() <= other.prefix() && contains(other.address());
    }

    /** The networks without those that another one of them contains, in the same order. */
    public static List<Cidr> widest(Collection<Cidr> networks) {
        List<Cidr> distinct = networks.stream().distinct().toList();
        return distinct.stream()
                .filter(network ->
                        distinct.stream().noneMatch(other -> !other.equals(network) && other.contains(network)))
                .toList();
    }

    private static String canonical(String text) {
        int slash = text.indexOf('/');
        byte[] bytes =
                AddressText.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> malformed(text));
        int bits = bytes.length * 8;
        if (slash < 0) {
            throw new MalformedValueException(
                    Text.of("'" + text + "' is an address, not a network", "«" + text + "» — адрес, а не сеть"),
                    Text.of(
                            "write " + AddressText.print(bytes) + "/" + bits + " for this one address",
                            "для одного этого адреса напишите " + AddressText.print(bytes) + "/" + bits));
        }
        String length = text.substring(slash + 1);
        if (!length.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(length) > bits) {
            throw malformed(text);
        }
        int prefix = Integer.parseInt(length);
        String network = AddressText.print(masked(bytes, prefix)) + "/" + prefix;
        String same = AddressText.print(bytes) + "/" + prefix;
        if (!network.equals(same)) {
            throw new MalformedValueException(
                    Text.of(
                            "'" + text + "' is not a network: bits behind the prefix are set",
                            "«" + text + "» — не сеть: за префиксом есть ненулевые биты"),
                    Text.of(
                            "write " + network + " for the network, or " + AddressText.print(bytes) + "/" + bits
                                    + " for the one address",
                            "напишите " + network + " для сети или " + AddressText.print(bytes) + "/" + bits
                                    + " для одного адреса"));
        }
        return network;
    }

    private static byte[] masked(byte[] bytes, int prefix) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(8, prefix - 8 * i));
            masked[i] = (byte) (masked[i] & (0xff << (8 - kept)));
        }
        return masked;
    }

    private static MalformedValueException malformed(String text) {
        return new MalformedValueException(
                Text.of("'" + text + "' is not a network", "«" + text + "» — не сеть"),
                Text.of("write it as 10.0.10.0/24 or fd00:10::/64", "напишите в виде 10.0.10.0/24 или fd00:10::/64"));
    }

    @Override
    public String toString() {
        return value;
    }
}
