package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.Located;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The hosts of a certificate by kind, in the order in which Go writes the kinds. */
public record AlternativeNames(
        List<GeneralName> dns, List<GeneralName> mails, List<GeneralName> addresses, List<GeneralName> uris) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]+");
    private static final Pattern MAIL =
            Pattern.compile("(?:[^<>@]*<)?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+)>?");
    /** URIs that Go's url.ParseRequestURI accepts: a scheme, an absolute path, or a single star. */
    private static final Pattern URI =
            Pattern.compile("\\*|/[^\\s\\p{Cntrl}]*|[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}]*");

    private static final Pattern PORT_OR_SCHEME = Pattern.compile("https?:.*|/.*|[^/\\s]+:[0-9]{1,5}(/.*)?");
    private static final Pattern NETWORK = Pattern.compile("[0-9A-Fa-f:.]+/[0-9]{1,3}");

    public static final AlternativeNames NONE = new AlternativeNames(List.of(), List.of(), List.of(), List.of());

    /** The names of the certificate; a name that a verifier would not match is a finding. */
    public static AlternativeNames read(List<Located<String>> hosts, InputProblems problems) {
        AlternativeNames names =
                new AlternativeNames(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> seen = new ArrayList<>();
        for (Located<String> host : hosts) {
            boolean repeated = seen.contains(host.value());
            seen.add(host.value());
            if (host.value().isEmpty()) {
                problems.add(CfsslRule.HOST_EMPTY, host.origin());
            } else if (repeated) {
                problems.add(CfsslRule.HOST_REPEATED, host.origin(), host.value());
            }
            if (!problems.isStrict() || !repeated && !host.value().isEmpty()) {
                names.add(host, problems);
            }
        }
        return names;
    }

    /** What a verifier would not match of the names that a signing request asks for. */
    void check(InputPlace place, InputProblems problems) {
        for (GeneralName name : dns) {
            String text = text(name.getName());
            fault(text)
                    .or(() -> text.isEmpty() ? Optional.of(CfsslRule.HOST_INVALID) : Optional.empty())
                    .ifPresent(rule -> problems.add(rule, place, text));
        }
    }

    /** The names that a signing request asks for. */
    public static AlternativeNames of(GeneralNames names) {
        AlternativeNames sorted =
                new AlternativeNames(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (GeneralName name : names.getNames()) {
            switch (name.getTagNo()) {
                case GeneralName.dNSName -> sorted.dns.add(name);
                case GeneralName.rfc822Name -> sorted.mails.add(name);
                case GeneralName.iPAddress -> sorted.addresses.add(name);
                case GeneralName.uniformResourceIdentifier -> sorted.uris.add(name);
                default -> {}
            }
        }
        return sorted;
    }

    boolean isEmpty() {
        return dns.isEmpty() && mails.isEmpty() && addresses.isEmpty() && uris.isEmpty();
    }

    GeneralNames names() {
        return new GeneralNames(
                Stream.of(dns, mails, addresses, uris).flatMap(List::stream).toArray(GeneralName[]::new));
    }

    /** The names of an authority; cfssl does not drop the addresses. */
    AlternativeNames ofAuthority(Strictness strictness) {
        return strictness == Strictness.STRICT
                ? NONE
                : new AlternativeNames(List.of(), List.of(), addresses, List.of());
    }

    AlternativeNames limitedTo(CopiedFields copied) {
        return new AlternativeNames(
                copied.dnsNames() ? dns : List.of(),
                copied.mails() ? mails : List.of(),
                copied.addresses() ? addresses : List.of(),
                copied.uris() ? uris : List.of());
    }

    /** The names that a profile's expression must match. */
    List<String> texts() {
        return Stream.of(dns, mails, uris)
                .flatMap(List::stream)
                .map(name -> text(name.getName()))
                .toList();
    }

    private static String text(ASN1Encodable name) {
        return ASN1IA5String.getInstance(name).getString();
    }

    private void add(Located<String> host, InputProblems problems) {
        String text = host.value();
        Optional<byte[]> address = address(text);
        Matcher mail = MAIL.matcher(text);
        if (address.isPresent()) {
            addresses.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(address.get())));
        } else if (mail.matches()) {
            mails.add(ia5(GeneralName.rfc822Name, mail.group(1)));
        } else {
            fault(text).ifPresent(rule -> problems.add(rule, host.origin(), text));
            if (!isAscii(text)) {
                foreign(host, problems);
            } else if (URI.matcher(text).matches()) {
                uris.add(ia5(GeneralName.uniformResourceIdentifier, text));
            } else {
                dns.add(ia5(GeneralName.dNSName, text));
            }
        }
    }

    /** A name in another alphabet; cfssl ends with a stack trace. */
    private void foreign(Located<String> host, InputProblems problems) {
        if (problems.isStrict()) {
            try {
                dns.add(ia5(GeneralName.dNSName, SubjectName.dns(host.value()).text()));
                return;
            } catch (IllegalArgumentException e) {
                // Falls through: the finding is the same for every way in which it is not a name.
            }
        }
        problems.add(CfsslRule.HOST_NOT_ASCII, host.origin(), host.value());
    }

    private static Optional<CfsslRule> fault(String text) {
        if (text.indexOf('%') >= 0 && text.indexOf(':') >= 0) {
            return Optional.of(CfsslRule.HOST_WITH_ZONE);
        }
        if (NETWORK.matcher(text).matches()) {
            return Optional.of(CfsslRule.HOST_WITH_MASK);
        }
        if (PORT_OR_SCHEME.matcher(text).matches()) {
            return Optional.of(CfsslRule.HOST_WITH_PORT_OR_SCHEME);
        }
        if (text.isEmpty()
                || text.contains("://") && URI.matcher(text).matches()
                || text.startsWith("urn:")
                || !isAscii(text)) {
            return Optional.empty();
        }
        try {
            SubjectName.dns(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(CfsslRule.HOST_INVALID);
        }
    }

    private static Optional<byte[]> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // A literal in canonical form; no name server is asked.
            return Optional.of(
                    InetAddress.getByName(SubjectName.ip(text).text()).getAddress());
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static GeneralName ia5(int kind, String text) {
        return new GeneralName(kind, new DERIA5String(text));
    }
}
