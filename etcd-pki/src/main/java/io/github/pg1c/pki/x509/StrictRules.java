package io.github.pg1c.pki.x509;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Requirements of the strictest verifiers, checked in the octets of a signed certificate: RFC 5280,
 * {@code openssl verify -x509_strict}, Go, GnuTLS, Python's {@code VERIFY_X509_STRICT}.
 */
public final class StrictRules {
    /** One rule; the id is the section of RFC 5280 where there is one. */
    private record Rule(String id, Text holds, Predicate<Certificate> test) {}

    private static final Rule DER =
            new Rule("X.690", Text.of("the encoding is DER", "кодировка — DER"), certificate -> true);

    private static final List<Rule> EVERY = List.of(
            new Rule("4.1.2.1", Text.of("the version is 3", "версия — 3"), c -> c.getVersionNumber() == 3),
            new Rule(
                    "4.1.2.2",
                    Text.of(
                            "the serial number is positive and has at most 20 octets",
                            "серийный номер положителен и не длиннее 20 октетов"),
                    c -> {
                        BigInteger serial = c.getSerialNumber().getValue();
                        return serial.signum() > 0 && serial.toByteArray().length <= 20;
                    }),
            new Rule(
                    "4.1.1.2",
                    Text.of(
                            "both places name the same signature algorithm",
                            "в обоих местах назван один алгоритм подписи"),
                    c -> c.getSignatureAlgorithm().equals(c.getTBSCertificate().getSignature())),
            new Rule(
                    "RFC 4055",
                    Text.of("RSA algorithms have NULL parameters", "у алгоритмов RSA параметры NULL"),
                    c -> Stream.of(
                                    c.getSignatureAlgorithm(),
                                    c.getSubjectPublicKeyInfo().getAlgorithm())
                            .filter(StrictRules::isRsa)
                            .allMatch(a -> DERNull.INSTANCE.equals(a.getParameters()))),
            new Rule("RFC 5480", Text.of("an EC key names its curve", "в ключе EC названа кривая"), c -> {
                AlgorithmIdentifier key = c.getSubjectPublicKeyInfo().getAlgorithm();
                return !key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                        || key.getParameters() instanceof ASN1ObjectIdentifier;
            }),
            new Rule(
                    "4.1.2.5",
                    Text.of(
                            "times are in the form of their year, in whole seconds, in UTC",
                            "время записано в форме, положенной его году, в целых секундах, по UTC"),
                    c -> time(c.getStartDate()) && time(c.getEndDate())),
            new Rule(
                    "4.1.2.5-order",
                    Text.of("the end is after the beginning", "конец позже начала"),
                    c -> c.getEndDate().getDate().after(c.getStartDate().getDate())),
            new Rule(
                    "A.1",
                    Text.of(
                            "names keep their bounds: 64 characters, two letters for a country",
                            "имена в пределах: 64 символа, две буквы для страны"),
                    c -> bounds(c.getSubject()) && bounds(c.getIssuer())),
            new Rule(
                    "4.2.1.2",
                    Text.of("a subject key identifier, not critical", "идентификатор ключа субъекта, некритичный"),
                    c -> extension(c, Extension.subjectKeyIdentifier)
                            .filter(e -> !e.isCritical())
                            .isPresent()),
            new Rule(
                    "4.2.1.3",
                    Text.of("a critical key usage", "назначение ключа, критичное"),
                    c -> extension(c, Extension.keyUsage)
                            .filter(Extension::isCritical)
                            .isPresent()));

    private static final List<Rule> ROOT = List.of(
            new Rule(
                    "4.1.2.6",
                    Text.of("the subject is not empty and is the issuer", "субъект не пуст и совпадает с издателем"),
                    c -> c.getSubject().getRDNs().length > 0 && same(c.getSubject(), c.getIssuer())),
            new Rule(
                    "4.2.1.9",
                    Text.of("critical basic constraints of an authority", "основные ограничения центра, критичные"),
                    c -> extension(c, Extension.basicConstraints)
                            .filter(Extension::isCritical)
                            .filter(e -> BasicConstraints.getInstance(e.getParsedValue())
                                    .isCA())
                            .isPresent()),
            new Rule(
                    "4.2.1.3-ca",
                    Text.of(
                            "the key usages certSign and cRLSign, no others",
                            "назначения ключа certSign и cRLSign и никаких других"),
                    c -> usages(c) == (KeyUsage.keyCertSign | KeyUsage.cRLSign)),
            new Rule(
                    "4.2.1.1-root",
                    Text.of(
                            "an authority key identifier, when there is one, is the own key's and nothing more",
                            "идентификатор ключа центра, если он есть, — собственного ключа, и больше ничего"),
                    c -> extension(c, Extension.authorityKeyIdentifier)
                            .map(e -> !e.isCritical() && identifies(e, subjectKey(c)))
                            .orElse(true)),
            new Rule(
                    "4.2.1.12-root",
                    Text.of("no extended key usage", "без расширенного назначения ключа"),
                    c -> extension(c, Extension.extendedKeyUsage).isEmpty()),
            new Rule(
                    "4.2.1.6-root",
                    Text.of("no alternative names", "без альтернативных имён"),
                    c -> extension(c, Extension.subjectAlternativeName).isEmpty()));

    private StrictRules() {}

    static void checkRoot(X509Certificate root) {
        check(root, ROOT);
    }

    public static void checkLeaf(X509Certificate leaf, X509Certificate issuer) {
        byte[] issuerName = issuer.getSubjectX500Principal().getEncoded();
        byte[] issuerKey = CertificateProfile.subjectKeyIdentifier(issuer);
        check(
                leaf,
                List.of(
                        new Rule(
                                "4.1.2.4",
                                Text.of(
                                        "the issuer is written as in the authority's certificate",
                                        "издатель записан так же, как в сертификате центра"),
                                c -> Arrays.equals(encoded(c.getIssuer()), issuerName)),
                        new Rule(
                                "4.1.2.6-leaf",
                                Text.of("the subject is not the issuer", "субъект не совпадает с издателем"),
                                c -> !same(c.getSubject(), c.getIssuer())),
                        new Rule(
                                "4.1.2.5-issuer",
                                Text.of("it lives within the authority's life", "срок внутри срока центра"),
                                c -> !c.getStartDate().getDate().before(issuer.getNotBefore())
                                        && !c.getEndDate().getDate().after(issuer.getNotAfter())),
                        new Rule(
                                "4.2.1.9-leaf",
                                Text.of(
                                        "it is no authority and has no path length",
                                        "это не центр, и длина пути не задана"),
                                c -> extension(c, Extension.basicConstraints)
                                        .map(e -> BasicConstraints.getInstance(e.getParsedValue()))
                                        .filter(b -> !b.isCA() && b.getPathLenConstraint() == null)
                                        .isPresent()),
                        new Rule(
                                "4.2.1.3-leaf",
                                Text.of(
                                        "the key usage digitalSignature, with RSA keyEncipherment as well",
                                        "назначение ключа digitalSignature, для RSA ещё и keyEncipherment"),
                                c -> usages(c)
                                        == (isRsa(c.getSubjectPublicKeyInfo().getAlgorithm())
                                                ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                                                : KeyUsage.digitalSignature)),
                        new Rule(
                                "4.2.1.12",
                                Text.of(
                                        "an extended key usage, not critical",
                                        "расширенное назначение ключа, некритичное"),
                                c -> extension(c, Extension.extendedKeyUsage)
                                        .filter(e -> !e.isCritical())
                                        .isPresent()),
                        new Rule(
                                "4.2.1.1",
                                Text.of(
                                        "an authority key identifier, not critical, with the authority's key and nothing more",
                                        "идентификатор ключа центра, некритичный, с ключом центра, и больше ничего"),
                                c -> extension(c, Extension.authorityKeyIdentifier)
                                        .filter(e -> !e.isCritical() && identifies(e, issuerKey))
                                        .isPresent()),
                        new Rule(
                                "4.2.1.6",
                                Text.of(
                                        "alternative names are well formed, and critical exactly when the subject is empty",
                                        "альтернативные имена правильной формы и критичны ровно тогда, когда субъект пуст"),
                                StrictRules::alternativeNames)));
    }

    private static void check(X509Certificate certificate, List<Rule> more) {
        List<Rule> broken = new ArrayList<>();
        try {
            byte[] der = certificate.getEncoded();
            // Refuses a repeated extension.
            Certificate parsed = Certificate.getInstance(der);
            if (!Arrays.equals(parsed.getEncoded(ASN1Encoding.DER), der)) {
                broken.add(DER);
            }
            Stream.concat(EVERY.stream(), more.stream())
                    .filter(rule -> !rule.test().test(parsed))
                    .forEach(broken::add);
        } catch (CertificateEncodingException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new PkiException(
                    Text.of(
                            "the new certificate cannot be parsed back: " + e.getMessage(),
                            "новый сертификат не удалось разобрать обратно"),
                    e);
        }
        if (!broken.isEmpty()) {
            throw new PkiException(Text.of(
                    "the new certificate of " + certificate.getSubjectX500Principal()
                            + " breaks rules of strict verifiers: " + sentences(broken, Language.EN),
                    "новый сертификат " + certificate.getSubjectX500Principal()
                            + " нарушает правила строгих проверяющих: " + sentences(broken, Language.RU)));
        }
    }

    private static String sentences(List<Rule> rules, Language language) {
        return rules.stream()
                .map(rule -> rule.id() + ": " + rule.holds().in(language))
                .collect(Collectors.joining("; "));
    }

    private static Optional<Extension> extension(Certificate certificate, ASN1ObjectIdentifier id) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        return extensions == null ? Optional.empty() : Optional.ofNullable(extensions.getExtension(id));
    }

    private static int usages(Certificate certificate) {
        return extension(certificate, Extension.keyUsage)
                .map(e -> KeyUsage.getInstance(e.getParsedValue()))
                .map(usage -> {
                    byte[] bytes = usage.getBytes();
                    return bytes.length == 1
                            ? bytes[0] & 0xff
                            : bytes.length == 2 ? (bytes[1] & 0xff) << 8 | bytes[0] & 0xff : 0;
                })
                .orElse(0);
    }

    private static byte[] subjectKey(Certificate certificate) {
        return extension(certificate, Extension.subjectKeyIdentifier)
                .map(e -> SubjectKeyIdentifier.getInstance(e.getParsedValue()).getKeyIdentifier())
                .orElse(new byte[0]);
    }

    private static boolean identifies(Extension extension, byte[] key) {
        AuthorityKeyIdentifier identifier = AuthorityKeyIdentifier.getInstance(extension.getParsedValue());
        return identifier.getAuthorityCertIssuer() == null
                && identifier.getAuthorityCertSerialNumber() == null
                && Arrays.equals(identifier.getKeyIdentifierOctets(), key);
    }

    private static boolean alternativeNames(Certificate certificate) {
        boolean anonymous = certificate.getSubject().getRDNs().length == 0;
        Optional<Extension> extension = extension(certificate, Extension.subjectAlternativeName);
        if (extension.isEmpty()) {
            return !anonymous;
        }
        GeneralName[] names =
                GeneralNames.getInstance(extension.get().getParsedValue()).getNames();
        return extension.get().isCritical() == anonymous
                && names.length > 0
                && Arrays.stream(names).allMatch(StrictRules::alternativeName);
    }

    private static boolean alternativeName(GeneralName name) {
        if (name.getTagNo() == GeneralName.iPAddress) {
            int octets = ASN1OctetString.getInstance(name.getName()).getOctets().length;
            return octets == 4 || octets == 16;
        }
        return name.getTagNo() == GeneralName.dNSName
                && name.getName().toString().matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*");
    }

    private static boolean isRsa(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_1);
    }

    private static boolean same(X500Name one, X500Name other) {
        return Arrays.equals(encoded(one), encoded(other));
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be encoded", e);
        }
    }

    private static boolean time(Time time) {
        byte[] der = encoded(time);
        String text = new String(der, 2, der.length - 2, StandardCharsets.US_ASCII);
        return time.toASN1Primitive() instanceof ASN1UTCTime
                ? text.matches("[0-9]{12}Z")
                : text.matches("(20[5-9]|2[1-9][0-9]|[3-9][0-9]{2})[0-9]{11}Z");
    }

    private static boolean bounds(X500Name name) {
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                String text = text(part);
                if (part.getType().equals(BCStyle.C) && !text.matches("[A-Za-z]{2}")) {
                    return false;
                }
                boolean bounded = part.getType().equals(BCStyle.CN)
                        || part.getType().equals(BCStyle.O)
                        || part.getType().equals(BCStyle.OU);
                if (bounded && text.codePointCount(0, text.length()) > 64) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String text(AttributeTypeAndValue part) {
        return part.getValue() instanceof ASN1String string
                ? string.getString()
                : part.getValue().toString();
    }
}
