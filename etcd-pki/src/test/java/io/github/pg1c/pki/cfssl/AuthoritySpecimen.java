package io.github.pg1c.pki.cfssl;

import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority from elsewhere.
 *
 * @param refusedFor the rules for which the strict mode issues nothing by it, none when it is sound
 */
record AuthoritySpecimen(String name, String certificate, String key, List<CfsslRule> refusedFor) {
    private static final KeyUsage SIGNING = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    private static final BasicConstraints AUTHORITY = new BasicConstraints(true);
    private static final X500Name ISSUER = new X500Name("O=elsewhere,CN=authority");
    private static final int ISSUER_PART = 3;
    private static final int SUBJECT = 5;
    private static final Duration LIFE = Duration.ofDays(500);

    /** True when cfssl issues by it, too. */
    boolean isTakenByCfssl() {
        return refusedFor.stream().allMatch(CfsslRule::isAcceptedByCfssl);
    }

    static List<AuthoritySpecimen> all(Instant now) {
        KeyPair p256 = RequestSpecimen.ec("secp256r1");
        KeyPair rsa = RequestSpecimen.rsa(2048, 65537);
        List<AuthoritySpecimen> all = new ArrayList<>();
        all.add(made("P-256", p256, "SHA256withECDSA", ISSUER, now, usual()));
        all.add(made("RSA 2048", rsa, "SHA256withRSA", ISSUER, now, usual()));
        all.add(made("RSA 2048, signed with SHA-1", rsa, "SHA1withRSA", ISSUER, now, usual()));
        all.add(made("without usages", p256, "SHA256withECDSA", ISSUER, now, List.of(constraints(AUTHORITY))));
        for (int bits : List.of(512, 1024, 1536)) {
            all.add(made(
                    "RSA " + bits,
                    RequestSpecimen.rsa(bits, 65537),
                    "SHA256withRSA",
                    ISSUER,
                    now,
                    usual(),
                    CfsslRule.AUTHORITY_KEY_WEAK));
        }
        all.add(made(
                "exponent 3",
                RequestSpecimen.rsa(2048, 3),
                "SHA256withRSA",
                ISSUER,
                now,
                usual(),
                CfsslRule.AUTHORITY_KEY_WEAK));
        all.add(made(
                "P-224",
                RequestSpecimen.ec("secp224r1"),
                "SHA256withECDSA",
                ISSUER,
                now,
                usual(),
                CfsslRule.AUTHORITY_KEY_WEAK));
        all.add(nameless("nameless", all.get(0), p256, List.of(SUBJECT), CfsslRule.AUTHORITY_NAMELESS));
        all.add(nameless("nameless root", all.get(0), p256, List.of(SUBJECT, ISSUER_PART), CfsslRule.PEM_INVALID));
        all.add(made(
                "no authority",
                p256,
                "SHA256withECDSA",
                ISSUER,
                now,
                List.of(constraints(new BasicConstraints(false)), extension(Extension.keyUsage, SIGNING)),
                CfsslRule.ISSUER_NOT_AUTHORITY));
        all.add(made(
                "without extensions", p256, "SHA256withECDSA", ISSUER, now, List.of(), CfsslRule.ISSUER_NOT_AUTHORITY));
        all.add(made(
                "signs lists only",
                p256,
                "SHA256withECDSA",
                ISSUER,
                now,
                List.of(constraints(AUTHORITY), extension(Extension.keyUsage, new KeyUsage(KeyUsage.cRLSign))),
                CfsslRule.ISSUER_NOT_AUTHORITY));
        all.add(made(
                "ended",
                p256,
                "SHA256withECDSA",
                ISSUER,
                now.minus(LIFE.multipliedBy(2)),
                usual(),
                CfsslRule.AUTHORITY_NOT_VALID,
                CfsslRule.OUTLIVES_AUTHORITY));
        all.add(made(
                "not begun",
                p256,
                "SHA256withECDSA",
                ISSUER,
                now.plus(Duration.ofDays(30)),
                usual(),
                CfsslRule.AUTHORITY_NOT_VALID));
        all.add(damaged("damaged constraints", p256, now, Extension.basicConstraints));
        all.add(damaged("damaged usages", p256, now, Extension.keyUsage));
        all.add(damaged("damaged identifier", p256, now, Extension.subjectKeyIdentifier));
        all.add(damaged("damaged names", p256, now, Extension.subjectAlternativeName));
        AuthoritySpecimen sound = all.get(0);
        all.add(new AuthoritySpecimen(
                "somebody else's key",
                sound.certificate,
                pem(RequestSpecimen.ec("secp256r1")),
                List.of(CfsslRule.AUTHORITY_KEY_MISMATCH)));
        all.add(new AuthoritySpecimen(
                "two certificates",
                sound.certificate + all.get(1).certificate,
                sound.key,
                List.of(CfsslRule.PEM_SEVERAL)));
        all.add(new AuthoritySpecimen(
                "a line behind", sound.certificate + "end\n", sound.key, List.of(CfsslRule.PEM_SEVERAL)));
        all.add(new AuthoritySpecimen(
                "a key in front",
                sound.key + sound.certificate,
                sound.key,
                List.of(CfsslRule.PEM_SEVERAL, CfsslRule.PEM_INVALID)));
        all.add(new AuthoritySpecimen(
                "words in front", "Subject: authority\n" + sound.certificate, sound.key, List.of()));
        return all;
    }

    /** The same without a name, which Bouncy Castle's builder does not write. */
    private static AuthoritySpecimen nameless(
            String name, AuthoritySpecimen named, KeyPair keys, List<Integer> emptied, CfsslRule rule) {
        try {
            ASN1Encodable[] parts = ((ASN1Sequence) CfsslPem.readCertificate(named.certificate)
                            .toASN1Structure()
                            .getTBSCertificate()
                            .toASN1Primitive())
                    .toArray();
            emptied.forEach(part -> parts[part] = new DERSequence());
            DERSequence tbs = new DERSequence(parts);
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(RequestSpecimen.BOUNCY)
                    .build(keys.getPrivate());
            signer.getOutputStream().write(tbs.getEncoded());
            DERSequence certificate = new DERSequence(
                    new ASN1Encodable[] {tbs, signer.getAlgorithmIdentifier(), new DERBitString(signer.getSignature())
                    });
            return new AuthoritySpecimen(
                    name, Pem.block("CERTIFICATE", certificate.getEncoded()), named.key, List.of(rule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuthoritySpecimen damaged(String name, KeyPair keys, Instant begin, ASN1ObjectIdentifier id) {
        List<Extension> extensions = new ArrayList<>(usual());
        extensions.removeIf(it -> it.getExtnId().equals(id));
        extensions.add(extension(id, DERNull.INSTANCE));
        return made(name, keys, "SHA256withECDSA", ISSUER, begin, extensions, CfsslRule.PEM_INVALID);
    }

    private static AuthoritySpecimen made(
            String name,
            KeyPair keys,
            String signature,
            X500Name subject,
            Instant begin,
            List<Extension> extensions,
            CfsslRule... rules) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    subject,
                    BigInteger.TEN,
                    Date.from(begin),
                    Date.from(begin.plus(LIFE)),
                    subject,
                    RequestSpecimen.info(keys));
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            return new AuthoritySpecimen(
                    name,
                    CfsslPem.certificate(builder.build(new JcaContentSignerBuilder(signature)
                            .setProvider(RequestSpecimen.BOUNCY)
                            .build(keys.getPrivate()))),
                    pem(keys),
                    List.of(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Extension> usual() {
        return List.of(constraints(AUTHORITY), extension(Extension.keyUsage, SIGNING));
    }

    private static Extension constraints(BasicConstraints constraints) {
        return extension(Extension.basicConstraints, constraints);
    }

    private static Extension extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            return new Extension(id, true, new DEROctetString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(KeyPair keys) {
        return Pem.block("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    @Override
    public String toString() {
        return name;
    }
}
