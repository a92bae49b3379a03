package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.cfssl.json.GoText;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.JsonFields;
import io.github.pg1c.pki.cfssl.json.JsonReader;
import io.github.pg1c.pki.cfssl.json.Located;
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

/** A {@code csr.json}: the holder of a certificate, and the life of an authority. */
public record RequestJson(
        Subject subject,
        List<Located<String>> hosts,
        KeyRequest key,
        Optional<AuthoritySection> authority,
        String crlUrl,
        List<Extension> extensions,
        InputPlace origin) {
    static final ASN1ObjectIdentifier DELEGATION = new ASN1ObjectIdentifier("1.3.6.1.4.1.44363.44");

    /** The section {@code ca}. */
    public record AuthoritySection(
            Optional<Located<Duration>> expiry,
            Optional<Duration> backdate,
            int pathLength,
            boolean pathLengthZero,
            InputPlace origin) {
        public static AuthoritySection read(JsonFields fields, InputProblems problems) {
            int pathLength = fields.integer("pathlen").map(Located::value).orElse(0);
            boolean zero = fields.truth("pathlenzero");
            if (zero && pathLength != 0) {
                problems.add(CfsslRule.PATHLENZERO_IGNORED, fields.origin(), String.valueOf(pathLength));
            }
            Optional<Located<Duration>> expiry = fields.text("expiry")
                    .filter(text -> !text.value().isEmpty())
                    .flatMap(text -> SigningProfile.expiry(text, true, problems));
            AuthoritySection section = new AuthoritySection(
                    expiry,
                    fields.text("backdate")
                            .filter(text -> !text.value().isEmpty())
                            .flatMap(text -> SigningProfile.duration(text, problems))
                            .map(Located::value)
                            .filter(it -> !it.isZero()),
                    pathLength,
                    zero && pathLength == 0,
                    fields.origin());
            fields.end();
            return section;
        }

        Extension constraints() {
            boolean bounded = pathLength > 0 || pathLengthZero;
            return new Extension(
                    Extension.basicConstraints,
                    true,
                    CfsslPem.der(bounded ? new BasicConstraints(pathLength) : new BasicConstraints(true)));
        }
    }

    public static Optional<RequestJson> read(JsonSource source, InputProblems problems) {
        return JsonReader.read(source, problems).map(fields -> {
            RequestJson request = new RequestJson(
                    Subject.read(fields, problems),
                    fields.texts("hosts"),
                    KeyRequest.read(fields, problems),
                    fields.object("ca").map(section -> AuthoritySection.read(section, problems)),
                    fields.text("crl_url")
                            .map(url -> SigningProfile.url(url, problems))
                            .orElse(""),
                    extensions(fields, problems),
                    fields.origin());
            fields.end();
            return request;
        });
    }

    /** The request of one node, with the values that a caller overrides. */
    public RequestJson with(String commonName, List<String> hostnames, InputProblems problems) {
        InputPlace place = origin.at("hosts");
        return new RequestJson(
                commonName.isEmpty()
                        ? subject
                        : subject.named(new Located<>(GoText.wellFormed(commonName), origin.at("CN")), problems),
                hostnames.isEmpty()
                        ? hosts
                        : hostnames.stream()
                                .map(host -> new Located<>(GoText.wellFormed(host), place))
                                .toList(),
                key,
                authority,
                crlUrl,
                extensions,
                origin);
    }

    /** The same as cfssl reads it for an existing key: without the address of the list and the backdate. */
    public RequestJson asWithAKey() {
        return new RequestJson(
                subject,
                hosts,
                key,
                authority.map(section -> new AuthoritySection(
                        section.expiry(),
                        Optional.empty(),
                        section.pathLength(),
                        section.pathLengthZero(),
                        section.origin())),
                "",
                extensions,
                origin);
    }

    /** Extensions that the signing request asks for, without names and path length. */
    List<Extension> requestedExtensions() {
        List<Extension> all = new ArrayList<>();
        authority.ifPresent(section -> all.add(section.constraints()));
        all.addAll(extensions);
        return all;
    }

    private static List<Extension> extensions(JsonFields fields, InputProblems problems) {
        List<Extension> extensions = new ArrayList<>();
        if (fields.truth("delegation_enabled")) {
            extensions.add(new Extension(DELEGATION, false, CfsslPem.der(DERNull.INSTANCE)));
        }
        for (JsonFields extension : fields.objects("extensions")) {
            Located<String> id = new Located<>(
                    extension.integers("Id").stream()
                            .map(part -> String.valueOf(part.value()))
                            .collect(Collectors.joining(".")),
                    extension.origin());
            boolean critical = extension.truth("Critical");
            Optional<byte[]> value = extension.text("Value").flatMap(text -> base64(text, problems));
            extension.end();
            Optional.of(id)
                    .filter(it -> problems.isSound(it.origin().at("Id")))
                    .flatMap(it -> PolicyStatement.oid(it, problems))
                    .ifPresent(oid -> extensions.add(
                            new Extension(oid, critical, new DEROctetString(value.orElseGet(() -> new byte[0])))));
        }
        return extensions;
    }

    private static Optional<byte[]> base64(Located<String> text, InputProblems problems) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.value()));
        } catch (IllegalArgumentException e) {
            problems.add(CfsslRule.WRONG_TYPE, text.origin(), "Base64");
            return Optional.empty();
        }
    }
}
