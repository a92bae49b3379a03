package io.github.pg1c.pki.x509;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.store.StagedFiles;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.operator.ContentSigner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A certificate with one fault is caught by the rule that speaks of it; one without faults passes. */
class StrictRulesTest {
    private static final CertificateAuthority AUTHORITY = Authorities.of(KeyAlgorithm.P256);

    /** The parts of a sound leaf, to be spoilt one at a time. */
    private static final class StagedFiles {
        BigInteger serial = BigInteger.valueOf(77);
        X500Name issuer = X500Name.getInstance(
                AUTHORITY.certificate().getSubjectX500Principal().getEncoded());
        X500Name subject = new X500Name("CN=node1");
        Time start = new Time(Date.from(Authorities.NOW));
        Time end = new Time(Date.from(Authorities.NOW.plusSeconds(3600)));
        BasicConstraints constraints = new BasicConstraints(false);
        int usage = KeyUsage.digitalSignature;
        boolean usageCritical = true;
        boolean extendedCritical;
        boolean subjectKeyCritical;
        boolean alternativeCritical;
        AuthorityKeyIdentifier authorityKey =
                new AuthorityKeyIdentifier(CertificateProfile.subjectKeyIdentifier(AUTHORITY.certificate()));
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, "node1"));

        X509Certificate sign() throws Exception {
            ContentSigner signer =
                    CertificateProfile.signer(KeyAlgorithm.P256, AUTHORITY.privateKey(), Authorities.RANDOM);
            V3TBSCertificateGenerator tbs = new V3TBSCertificateGenerator();
            tbs.setSerialNumber(new ASN1Integer(serial));
            tbs.setIssuer(issuer);
            tbs.setSubject(subject);
            tbs.setStartDate(start);
            tbs.setEndDate(end);
            tbs.setSignature(signer.getAlgorithmIdentifier());
            tbs.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(
                    Authorities.keys(KeyAlgorithm.P256).getPublic().getEncoded()));
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.keyUsage, usageCritical, new KeyUsage(usage));
            extensions.addExtension(
                    Extension.extendedKeyUsage, extendedCritical, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            extensions.addExtension(Extension.basicConstraints, true, constraints);
            extensions.addExtension(
                    Extension.subjectKeyIdentifier, subjectKeyCritical, new SubjectKeyIdentifier(new byte[20]));
            extensions.addExtension(Extension.authorityKeyIdentifier, false, authorityKey);
            extensions.addExtension(Extension.subjectAlternativeName, alternativeCritical, names);
            tbs.setExtensions(extensions.generate());
            byte[] body = tbs.generateTBSCertificate().getEncoded();
            signer.getOutputStream().write(body);
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(tbs.generateTBSCertificate());
            parts.add(signer.getAlgorithmIdentifier());
            parts.add(new org.bouncycastle.asn1.DERBitString(signer.getSignature()));
            return PemText.parse(new DERSequence(parts).getEncoded());
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("4.1.2.2:", d -> d.serial = BigInteger.ZERO),
                fault("4.1.2.2:", d -> d.serial = BigInteger.ONE.negate()),
                fault("4.1.2.2:", d -> d.serial = BigInteger.ONE.shiftLeft(159)),
                fault("4.1.2.4:", d -> d.issuer = new X500Name("O=pg1c,CN=TEST CA p256")),
                fault("4.1.2.6-leaf:", d -> d.subject = d.issuer),
                fault(
                        "4.1.2.5:",
                        d -> d.start = new Time(new org.bouncycastle.asn1.DERGeneralizedTime("20261120120000Z"))),
                fault("4.1.2.5:", d -> d.end = new Time(new org.bouncycastle.asn1.DERUTCTime("2611211200Z"))),
                fault("4.1.2.5-order:", d -> d.end = d.start),
                fault("4.1.2.5-issuer:", d -> d.end = time("2090-01-01T00:00:00Z")),
                fault("4.1.2.5-issuer:", d -> d.start = time("2020-01-01T00:00:00Z")),
                fault("A.1:", d -> d.subject = name(BCStyle.CN, "x".repeat(65))),
                fault("A.1:", d -> d.subject = name(BCStyle.C, "RUS")),
                fault("4.2.1.2:", d -> d.subjectKeyCritical = true),
                fault("4.2.1.3:", d -> d.usageCritical = false),
                fault("4.2.1.3-leaf:", d -> d.usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment),
                fault("4.2.1.3-leaf:", d -> d.usage = KeyUsage.digitalSignature | KeyUsage.keyCertSign),
                fault("4.2.1.9-leaf:", d -> d.constraints = new BasicConstraints(0)),
                fault("4.2.1.12:", d -> d.extendedCritical = true),
                fault("4.2.1.1:", d -> d.authorityKey = new AuthorityKeyIdentifier(new byte[20])),
                fault(
                        "4.2.1.1:",
                        d -> d.authorityKey = new AuthorityKeyIdentifier(
                                CertificateProfile.subjectKeyIdentifier(AUTHORITY.certificate()),
                                new GeneralNames(new GeneralName(d.issuer)),
                                BigInteger.TEN)),
                fault("4.2.1.6:", d -> d.alternativeCritical = true),
                fault(
                        "4.2.1.6:",
                        d -> d.names = new GeneralNames(
                                new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[8])))),
                fault(
                        "4.2.1.6:",
                        d -> d.names =
                                new GeneralNames(new GeneralName(GeneralName.dNSName, new DERIA5String("has space")))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsCaughtByItsRule(String rule, Consumer<StagedFiles> fault) throws Exception {
        StagedFiles draft = new StagedFiles();
        StrictRules.checkLeaf(draft.sign(), AUTHORITY.certificate());
        fault.accept(draft);
        X509Certificate spoilt = draft.sign();

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> StrictRules.checkLeaf(spoilt, AUTHORITY.certificate()))
                .withMessageContaining(rule);
    }

    private static Arguments fault(String rule, Consumer<StagedFiles> fault) {
        return Arguments.of(rule, fault);
    }

    /** Not by a builder, which refuses it. */
    private static X500Name name(ASN1ObjectIdentifier type, String text) {
        return X500Name.getInstance(
                new DERSequence(new DERSet(new DERSequence(new ASN1Encodable[] {type, new DERUTF8String(text)}))));
    }

    private static Time time(String text) {
        return new Time(Date.from(Instant.parse(text)));
    }
}
