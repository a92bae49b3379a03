package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;

import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.key.KeyPairs;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.x509.CertificateProfile;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * An authority of a company: a root, an issuing authority below it, and answers to signing requests with an
 * organization added to the subject.
 */
final class Corporate {
    private final X509Certificate root;
    private final X509Certificate issuing;
    private final KeyPair keys;
    private final Map<String, String> given = new LinkedHashMap<>();

    private Corporate(X509Certificate root, X509Certificate issuing, KeyPair keys) {
        this.root = root;
        this.issuing = issuing;
        this.keys = keys;
    }

    static Corporate create(int number) {
        KeyPair rootKeys = KeyPairs.generate(KeyAlgorithm.P384, RANDOM);
        KeyPair keys = KeyPairs.generate(KeyAlgorithm.RSA_2048, RANDOM);
        X500Name rootName = new X500Name("O=Company,CN=Root " + number);
        X500Name name = new X500Name("O=Company,CN=Issuing " + number);
        try {
            X509Certificate root = authority(rootName, rootKeys, rootName, rootKeys, 1);
            return new Corporate(root, authority(rootName, rootKeys, name, keys, 0), keys);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The same authority without a memory of its answers. */
    Corporate afresh() {
        return new Corporate(root, issuing, keys);
    }

    byte[] revocationList() throws Exception {
        return new X509v2CRLBuilder(name(issuing), Date.from(NOW))
                .setNextUpdate(Date.from(NOW.plus(Duration.ofDays(30))))
                .build(CertificateProfile.signer(KeyAlgorithm.RSA_2048, keys.getPrivate(), RANDOM))
                .getEncoded();
    }

    String chainPem() {
        return PemText.certificate(issuing) + PemText.certificate(root);
    }

    /** All answers given so far and now, in PEM, each with the issuing authority's certificate behind it. */
    List<String> answers(List<SigningRequest> requests) {
        return answers(requests, extensions -> extensions);
    }

    List<String> answers(List<SigningRequest> requests, UnaryOperator<Extensions> change) {
        for (SigningRequest request : requests) {
            given.computeIfAbsent(request.pem(), pem -> answer(pem, change));
        }
        return List.copyOf(given.values());
    }

    private String answer(String pem, UnaryOperator<Extensions> change) {
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(PemText.readRequest(pem));
            X500Name subject = request.getSubject().getRDNs().length == 0
                    ? request.getSubject()
                    : new X500Name("O=Company," + request.getSubject());
            X509v3CertificateBuilder builder = builder(name(issuing), subject, request.getSubjectPublicKeyInfo());
            Extensions extensions = change.apply(request.getRequestedExtensions());
            for (var oid : extensions.getExtensionOIDs()) {
                builder.addExtension(extensions.getExtension(oid));
            }
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(CertificateProfile.subjectKeyIdentifier(issuing)));
            return PemText.certificate(PemText.parse(
                            builder.build(CertificateProfile.signer(KeyAlgorithm.RSA_2048, keys.getPrivate(), RANDOM))
                                    .getEncoded()))
                    + PemText.certificate(issuing);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate authority(
            X500Name issuer, KeyPair issuerKeys, X500Name subject, KeyPair keys, int pathLength) throws Exception {
        X509v3CertificateBuilder builder = builder(
                issuer,
                subject,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        // Not a SHA-1 digest of the key, as newer authorities do.
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(subject.toString().getBytes("UTF-8")));
        return PemText.parse(builder.build(CertificateProfile.signer(
                        KeyAlgorithm.of(issuerKeys.getPublic()).orElseThrow(), issuerKeys.getPrivate(), RANDOM))
                .getEncoded());
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, SubjectPublicKeyInfo key) {
        return new X509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(NOW.minus(Duration.ofHours(1))),
                Date.from(NOW.plus(Duration.ofDays(700))),
                subject,
                key);
    }

    private static X500Name name(X509Certificate certificate) throws IOException {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }
}
