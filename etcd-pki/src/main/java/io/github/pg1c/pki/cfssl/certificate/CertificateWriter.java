package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.input.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.operator.OperatorCreationException;

/** Writes certificates field by field as cfssl does, in its order of extensions. */
public final class CertificateWriter {
    private static final ASN1ObjectIdentifier OCSP_NO_CHECK = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.5");
    private static final int SERIAL_BITS = 159;
    private static final int ENCIPHERMENT = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;

    private final Strictness strictness;
    private final SecureRandom random;

    public CertificateWriter(Strictness strictness, SecureRandom random) {
        this.strictness = strictness;
        this.random = random;
    }

    /** A self-signed certificate. */
    public X509CertificateHolder root(CertificateDraft draft, SigningKey key, byte[] keyIdentifier) {
        return write(draft, draft.subject(), key.publicKey(), keyIdentifier, new byte[0], key);
    }

    public X509CertificateHolder leaf(CertificateDraft draft, SubjectPublicKeyInfo key, SigningAuthority authority) {
        X500Name issuer = authority.certificate().getSubject();
        // Go leaves the reference out when the names are the same.
        byte[] reference = issuer.equals(draft.subject()) ? new byte[0] : authority.keyIdentifier();
        return write(draft, issuer, key, keyIdentifier(key), reference, authority.key());
    }

    /** SHA-1 of the key's bits, RFC 5280, 4.2.1.2, method 1. */
    public static byte[] keyIdentifier(SubjectPublicKeyInfo key) {
        byte[] bits = key.getPublicKeyData().getBytes();
        SHA1Digest digest = new SHA1Digest();
        digest.update(bits, 0, bits.length);
        byte[] identifier = new byte[digest.getDigestSize()];
        digest.doFinal(identifier, 0);
        return identifier;
    }

    /** Whether a certificate for this key drops usages that the profile asks for. */
    public boolean leavesOutEncipherment(SigningProfile profile, boolean isRsa) {
        return strictness == Strictness.STRICT && !isRsa && (bits(profile) & ENCIPHERMENT) != 0;
    }

    private X509CertificateHolder write(
            CertificateDraft draft,
            X500Name issuer,
            SubjectPublicKeyInfo key,
            byte[] keyIdentifier,
            byte[] issuerIdentifier,
            SigningKey signer) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                serialNumber(),
                Date.from(draft.life().notBefore()),
                Date.from(draft.life().notAfter()),
                draft.subject(),
                key);
        try {
            for (Extension extension : extensions(draft, key, keyIdentifier, issuerIdentifier)) {
                builder.addExtension(extension);
            }
            X509CertificateHolder certificate = builder.build(Signatures.by(signer, random));
            check(certificate, signer);
            return certificate;
        } catch (IOException e) {
            throw new PkiException(
                    Text.of(
                            "the certificate for " + draft.subject() + " cannot be made",
                            "не удалось создать сертификат для " + draft.subject()),
                    e);
        }
    }

    private List<Extension> extensions(
            CertificateDraft draft, SubjectPublicKeyInfo key, byte[] keyIdentifier, byte[] issuerIdentifier) {
        SigningProfile profile = draft.profile();
        List<Extension> standard = new ArrayList<>();
        keyUsage(profile, key).ifPresent(bits -> add(standard, Extension.keyUsage, true, new KeyUsage(bits)));
        KeyPurposeId[] purposes = purposes(profile);
        if (purposes.length > 0) {
            add(standard, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        }
        add(standard, Extension.basicConstraints, true, constraints(profile));
        add(standard, Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier));
        if (issuerIdentifier.length > 0) {
            add(standard, Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuerIdentifier));
        }
        informationAccess(profile).ifPresent(it -> add(standard, Extension.authorityInfoAccess, false, it));
        AlternativeNames names = profile.isAuthority() ? draft.names().ofAuthority(strictness) : draft.names();
        if (!names.isEmpty()) {
            add(standard, Extension.subjectAlternativeName, draft.subject().getRDNs().length == 0, names.names());
        }
        if (!profile.crlUrl().isEmpty()) {
            add(standard, Extension.cRLDistributionPoints, false, distribution(profile.crlUrl()));
        }
        List<Extension> more = new ArrayList<>(draft.copied());
        if (!profile.policies().isEmpty()) {
            PolicyInformation[] policies = profile.policies().stream()
                    .map(PolicyStatement::information)
                    .toArray(PolicyInformation[]::new);
            add(more, Extension.certificatePolicies, false, new CertificatePolicies(policies));
        }
        if (profile.ocspNoCheck()) {
            add(more, OCSP_NO_CHECK, false, DERNull.INSTANCE);
        }
        // An extension of the request takes the place of the profile's.
        Set<ASN1ObjectIdentifier> replaced =
                more.stream().map(Extension::getExtnId).collect(Collectors.toSet());
        standard.removeIf(extension -> replaced.contains(extension.getExtnId()));
        standard.addAll(more);
        return standard;
    }

    private Optional<Integer> keyUsage(SigningProfile profile, SubjectPublicKeyInfo key) {
        boolean rsa = key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
        int bits = bits(profile);
        int kept = leavesOutEncipherment(profile, rsa) ? bits & ~ENCIPHERMENT : bits;
        return kept == 0 ? Optional.empty() : Optional.of(kept);
    }

    private static int bits(SigningProfile profile) {
        return profile.usages().stream().mapToInt(CfsslUsage::bit).reduce(0, (a, b) -> a | b);
    }

    private KeyPurposeId[] purposes(SigningProfile profile) {
        List<KeyPurposeId> all = profile.usages().stream()
                .flatMap(usage -> usage.purpose().stream())
                .toList();
        return (strictness == Strictness.STRICT ? new LinkedHashSet<>(all) : all).toArray(KeyPurposeId[]::new);
    }

    private static BasicConstraints constraints(SigningProfile profile) {
        if (!profile.isAuthority()) {
            return new BasicConstraints(false);
        }
        boolean bounded = profile.pathLength() > 0 || profile.pathLength() == 0 && profile.pathLengthZero();
        return bounded ? new BasicConstraints(profile.pathLength()) : new BasicConstraints(true);
    }

    private static Optional<AuthorityInformationAccess> informationAccess(SigningProfile profile) {
        List<AccessDescription> descriptions = new ArrayList<>();
        if (!profile.ocspUrl().isEmpty()) {
            descriptions.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(profile.ocspUrl())));
        }
        profile.issuerUrls()
                .forEach(url -> descriptions.add(new AccessDescription(AccessDescription.id_ad_caIssuers, uri(url))));
        return descriptions.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuthorityInformationAccess(descriptions.toArray(AccessDescription[]::new)));
    }

    private static CRLDistPoint distribution(String url) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(uri(url))), null, null)
        });
    }

    private static GeneralName uri(String url) {
        // Go writes the octets of UTF-8, whatever they are; the strict mode lets ASCII through only.
        String octets = new String(url.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new GeneralName(GeneralName.uniformResourceIdentifier, octets);
    }

    private static void add(
            List<Extension> extensions, ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            extensions.add(Extension.create(id, critical, value));
        } catch (IOException e) {
            throw new PkiException(
                    Text.of("the extension " + id + " cannot be encoded", "не удалось закодировать расширение " + id),
                    e);
        }
    }

    /** 20 octets at most, and positive. */
    private BigInteger serialNumber() {
        BigInteger serial;
        do {
            serial = new BigInteger(SERIAL_BITS, random);
        } while (serial.bitLength() < Long.SIZE);
        return serial;
    }

    private void check(X509CertificateHolder certificate, SigningKey signer) throws IOException {
        try {
            if (!certificate.isSignatureValid(Signatures.of(signer.publicKey()))) {
                throw new PkiException(Text.of(
                        "the new certificate failed its own check", "новый сертификат не прошёл собственную проверку"));
            }
            // In the compatible mode there may be names that the JDK does not read, as in cfssl's certificates.
            if (strictness == Strictness.STRICT) {
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
            }
        } catch (CertException | CertificateException | OperatorCreationException e) {
            throw new PkiException(
                    Text.of(
                            "the new certificate failed its own check",
                            "новый сертификат не прошёл собственную проверку"),
                    e);
        }
    }
}
