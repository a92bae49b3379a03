package io.github.pg1c.pki.cfssl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;

/** A {@code csr.json}: who a certificate is for, and for an authority how long. */
record RequestJson(
        Subject subject,
        List<Field<String>> hosts,
        KeyRequest key,
        Optional<AuthoritySection> authority,
        String crlUrl,
        List<Extension> extensions,
        Origin origin) {
    static final ASN1ObjectIdentifier DELEGATION = new ASN1ObjectIdentifier("1.3.6.1.4.1.44363.44");

    /** The section {@code ca}. */
    record AuthoritySection(
            Optional<Field<Duration>> expiry,
            Optional<Duration> backdate,
            int pathLength,
            boolean pathLengthZero,
            Origin origin) {
        static AuthoritySection read(Fields fields, Findings findings) {
            int pathLength = fields.integer("pathlen").map(Field::value).orElse(0);
            boolean zero = fields.truth("pathlenzero");
            if (zero && pathLength != 0) {
                findings.add(CfsslRule.PATHLENZERO_IGNORED, fields.origin(), String.valueOf(pathLength));
            }
            Optional<Field<Duration>> expiry = duration(fields, "expiry", findings);
            expiry.filter(it -> it.value().isNegative() || it.value().isZero())
                    .ifPresent(it ->
                            findings.add(CfsslRule.EXPIRY_NOT_POSITIVE, it.origin(), fields.textOr("expiry", "")));
            AuthoritySection section = new AuthoritySection(
                    expiry.filter(it -> !it.value().isZero()),
                    duration(fields, "backdate", findings).map(Field::value).filter(it -> !it.isZero()),
                    pathLength,
                    zero && pathLength == 0,
                    fields.origin());
            fields.end();
            return section;
        }

        private static Optional<Field<Duration>> duration(Fields fields, String key, Findings findings) {
            return fields.text(key)
                    .filter(text -> !text.value().isEmpty())
                    .flatMap(text -> SigningProfile.duration(text, findings));
        }

        Extension constraints() {
            boolean bounded = pathLength > 0 || pathLengthZero;
            return new Extension(
                    Extension.basicConstraints,
                    true,
                    PemText.der(bounded ? new BasicConstraints(pathLength) : new BasicConstraints(true)));
        }
    }

    static Optional<RequestJson> read(JsonText source, Findings findings) {
        return JsonReader.read(source, findings).map(fields -> {
            RequestJson request = new RequestJson(
                    Subject.read(fields, findings),
                    fields.texts("hosts"),
                    KeyRequest.read(fields, findings),
                    fields.object("ca").map(section -> AuthoritySection.read(section, findings)),
                    fields.textOr("crl_url", ""),
                    extensions(fields, findings),
                    fields.origin());
            fields.end();
            return request;
        });
    }

    /** The request of one node, with what a caller overrides. */
    RequestJson with(String commonName, List<String> hostnames) {
        Origin place = origin.at("hosts");
        return new RequestJson(
                commonName.isEmpty() ? subject : subject.named(commonName),
                hostnames.isEmpty()
                        ? hosts
                        : hostnames.stream()
                                .map(host -> new Field<>(host, place))
                                .toList(),
                key,
                authority,
                crlUrl,
                extensions,
                origin);
    }

    /** What the signing request asks for beside names and the path length. */
    List<Extension> requestedExtensions() {
        List<Extension> all = new ArrayList<>();
        authority.ifPresent(section -> all.add(section.constraints()));
        all.addAll(extensions);
        return all;
    }

    private static List<Extension> extensions(Fields fields, Findings findings) {
        List<Extension> extensions = new ArrayList<>();
        if (fields.truth("delegation_enabled")) {
            extensions.add(new Extension(DELEGATION, false, PemText.der(DERNull.INSTANCE)));
        }
        for (Fields extension : fields.objects("extensions")) {
            Field<String> id = new Field<>(
                    extension.integers("Id").stream()
                            .map(part -> String.valueOf(part.value()))
                            .collect(Collectors.joining(".")),
                    extension.origin());
            boolean critical = extension.truth("Critical");
            Optional<byte[]> value = extension.text("Value").flatMap(text -> base64(text, findings));
            extension.end();
            PolicyStatement.oid(id, findings)
                    .ifPresent(oid -> extensions.add(
                            new Extension(oid, critical, new DEROctetString(value.orElseGet(() -> new byte[0])))));
        }
        return extensions;
    }

    private static Optional<byte[]> base64(Field<String> text, Findings findings) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.value()));
        } catch (IllegalArgumentException e) {
            findings.add(CfsslRule.WRONG_TYPE, text.origin(), "Base64");
            return Optional.empty();
        }
    }
}
