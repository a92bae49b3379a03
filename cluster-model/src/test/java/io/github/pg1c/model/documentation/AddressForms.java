package io.github.pg1c.model.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Regular expressions of addresses, networks and host names for the JSON Schema, in the dialect of ECMA-262. */
final class AddressForms {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String FOUR = OCTET + "(\\." + OCTET + "){3}";
    private static final String H = "[0-9A-Fa-f]{1,4}";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private AddressForms() {}

    /** Each definition of the schema with its form. */
    static Map<String, String> all() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("ipv4", "^" + FOUR + "$");
        forms.put("ipv6", "^(" + six() + ")$");
        forms.put("ipv4Network", "^(" + fourNetworks() + ")$");
        // Whether the bits behind the prefix are zero is beyond a regular expression of a bearable length.
        forms.put("ipv6Network", "^(" + six() + ")/([1-9][0-9]?|1[01][0-9]|12[0-8])$");
        // A last label of digits would be taken for an address.
        forms.put("hostName", "^(?=.{1,253}$)(" + LABEL + "\\.)*(?![0-9]+$)" + LABEL + "$");
        return forms;
    }

    private static String six() {
        List<String> forms = new ArrayList<>();
        forms.add("(" + H + ":){7}" + H);
        forms.add("(" + H + ":){6}" + FOUR);
        for (int head = 0; head <= 7; head++) {
            String before = head == 0 ? ":" : "(" + H + ":){" + head + "}";
            String after =
                    head == 7 ? "" : head == 6 ? "(" + H + ")?" : "((" + H + ":){0," + (6 - head) + "}" + H + ")?";
            forms.add(before + ":" + after);
            if (head <= 5) {
                forms.add(before + ":(" + H + ":){0," + (5 - head) + "}" + FOUR);
            }
        }
        return String.join("|", forms);
    }

    /** A form for each prefix: whole octets, one whose last bits are zero, and zeros. */
    private static String fourNetworks() {
        return IntStream.rangeClosed(1, 32)
                .mapToObj(prefix -> {
                    List<String> octets = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        int bits = Math.max(0, Math.min(8, prefix - 8 * i));
                        octets.add(bits == 8 ? OCTET : bits == 0 ? "0" : multiples(1 << (8 - bits)));
                    }
                    return String.join("\\.", octets) + "/" + prefix;
                })
                .collect(Collectors.joining("|"));
    }

    private static String multiples(int step) {
        return step == 2
                ? "(25[024]|2[0-4][02468]|1[0-9][02468]|[1-9]?[02468])"
                : IntStream.iterate(0, octet -> octet < 256, octet -> octet + step)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("|", "(", ")"));
    }
}
