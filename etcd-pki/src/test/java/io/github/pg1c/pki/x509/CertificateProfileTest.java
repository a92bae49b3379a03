package io.github.pg1c.pki.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.Usage;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.CertificateAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What strict validators look at (RFC 5280 and {@code openssl verify -x509_strict}), read back from the DER. */
public class CertificateProfileTest {
    public static Stream<Arguments> everyPurposeAndAlgorithm() {
        return Arrays.stream(Purpose.values())
                .flatMap(p -> Arrays.stream(KeyAlgorithm.values()).map(a -> Arguments.of(p, a)));
    }

    @ParameterizedTest
    @MethodSource("everyPurposeAndAlgorithm")
    void leafSatisfiesStrictValidators(Purpose purpose, KeyAlgorithm algorithm) throws Exception {
        CertificateRequest request = Authorities.request(purpose);
        X509Certificate issuer = Authorities.of(algorithm).certificate();
        X509Certificate jdk = Authorities.issue(algorithm, request).certificate();
        Certificate leaf = Certificate.getInstance(jdk.getEncoded());
        Extensions extensions = leaf.getTBSCertificate().getExtensions();

        commonFields(leaf, algorithm);
        assertThat(leaf.getIssuer().getEncoded())
                .isEqualTo(issuer.getSubjectX500Principal().getEncoded());
        assertThat(extensions.getExtensionOIDs())
                .containsExactly(
                        Extension.keyUsage,
                        Extension.extendedKeyUsage,
                        Extension.basicConstraints,
                        Extension.subjectKeyIdentifier,
                        Extension.authorityKeyIdentifier,
                        Extension.subjectAlternativeName);
        assertThat(extensions.getCriticalExtensionOIDs())
                .containsExactlyElementsOf(
                        request.commonName().isEmpty()
                                ? List.of(
                                        Extension.keyUsage,
                                        Extension.basicConstraints,
                                        Extension.subjectAlternativeName)
                                : List.of(Extension.keyUsage, Extension.basicConstraints));
        assertThat(bits(extensions))
                .isEqualTo(
                        algorithm.isRsa()
                                ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                                : KeyUsage.digitalSignature);
        assertThat(Arrays.stream(ExtendedKeyUsage.fromExtensions(extensions).getUsages())
                        .map(Object::toString))
                .containsExactlyElementsOf(
                        purpose.usages().stream().map(Usage::oid).toList());
        assertThat(BasicConstraints.fromExtensions(extensions).isCA()).isFalse();
        assertThat(BasicConstraints.fromExtensions(extensions).getPathLenConstraint())
                .isNull();
        AuthorityKeyIdentifier identifier = AuthorityKeyIdentifier.fromExtensions(extensions);
        assertThat(identifier.getKeyIdentifierOctets()).isEqualTo(CertificateProfile.subjectKeyIdentifier(issuer));
        assertThat(identifier.getAuthorityCertIssuer()).isNull();
        assertThat(identifier.getAuthorityCertSerialNumber()).isNull();
        assertThat(SubjectKeyIdentifier.fromExtensions(extensions).getKeyIdentifier())
                .hasSize(20);
        assertThat(Arrays.stream(GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName)
                                .getNames())
                        .map(GeneralName::getTagNo))
                .containsExactly(
                        GeneralName.dNSName, GeneralName.dNSName, GeneralName.iPAddress, GeneralName.iPAddress);
        assertThat(leaf.getSubject().getRDNs()).hasSize(request.commonName().isEmpty() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void rootSatisfiesStrictValidators(KeyAlgorithm algorithm) throws Exception {
        Certificate root =
                Certificate.getInstance(Authorities.of(algorithm).certificate().getEncoded());
        Extensions extensions = root.getTBSCertificate().getExtensions();

        commonFields(root, algorithm);
        assertThat(root.getIssuer().getEncoded()).isEqualTo(root.getSubject().getEncoded());
        assertThat(root.getSubject().toString()).isEqualTo("O=pg1c,CN=test CA " + algorithm.id());
        assertThat(extensions.getExtensionOIDs())
                .containsExactly(Extension.keyUsage, Extension.basicConstraints, Extension.subjectKeyIdentifier);
        assertThat(extensions.getCriticalExtensionOIDs())
                .containsExactly(Extension.keyUsage, Extension.basicConstraints);
        assertThat(bits(extensions)).isEqualTo(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        assertThat(BasicConstraints.fromExtensions(extensions).isCA()).isTrue();
        assertThat(BasicConstraints.fromExtensions(extensions).getPathLenConstraint())
                .isEqualTo(BigInteger.ZERO);
    }

    @Test
    void clientWithoutOtherNamesHasNoEmptyNameExtension() throws Exception {
        X509Certificate leaf = Authorities.issue(KeyAlgorithm.P256, CertificateRequest.of(Purpose.ETCD_CLIENT, "root"))
                .certificate();

        assertThat(leaf.getSubjectAlternativeNames()).isNull();
        assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=root");
    }

    @Test
    void serialNumbersAreDistinctPositiveAndOfAtMostTwentyOctets() {
        Set<BigInteger> serials = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            BigInteger serial = CertificateProfile.serial(Authorities.RANDOM);
            assertThat(serial.signum()).isOne();
            assertThat(serial.bitLength()).isBetween(64, 159);
            assertThat(serial.toByteArray()).hasSizeLessThanOrEqualTo(20);
            serials.add(serial);
        }
        assertThat(serials).hasSize(2_000);
    }

    @Test
    void timesBeyond2049AreGeneralized() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2049-06-01T00:00:00.987654321Z"), ZoneOffset.UTC);
        X509Certificate root = CertificateAuthority.create(
                        new CaRequest("late", "", KeyAlgorithm.P256, Duration.ofDays(365)), clock, Authorities.RANDOM)
                .certificate();
        var tbs = Certificate.getInstance(root.getEncoded()).getTBSCertificate();

        assertThat(tbs.getStartDate().toASN1Primitive()).isInstanceOf(ASN1UTCTime.class);
        assertThat(content(tbs.getStartDate())).isEqualTo("490531235500Z");
        assertThat(tbs.getEndDate().toASN1Primitive()).isInstanceOf(ASN1GeneralizedTime.class);
        assertThat(content(tbs.getEndDate())).isEqualTo("20500601000000Z");
    }

    @Test
    void veryLongAuthorityEndsWithTheLastDateThatCanBeWritten() {
        X509Certificate root = CertificateAuthority.create(
                        new CaRequest("eternal", "", KeyAlgorithm.P256, Duration.ofDays(365L * 9000)),
                        Authorities.CLOCK,
                        Authorities.RANDOM)
                .certificate();

        assertThat(root.getNotAfter().toInstant()).isEqualTo("9999-12-31T23:59:59Z");
    }

    private static void commonFields(Certificate certificate, KeyAlgorithm algorithm) {
        assertThat(certificate.getVersionNumber()).isEqualTo(3);
        assertThat(certificate.getSerialNumber().getPositiveValue().bitLength()).isBetween(64, 159);
        assertThat(certificate.getSignatureAlgorithm())
                .isEqualTo(certificate.getTBSCertificate().getSignature());
        assertThat(certificate.getStartDate().getDate())
                .isBefore(certificate.getEndDate().getDate());
        var key = certificate.getSubjectPublicKeyInfo().getAlgorithm();
        ASN1Encodable parameters = key.getParameters();
        if (algorithm.isRsa()) {
            assertThat(key.getAlgorithm()).isEqualTo(PKCSObjectIdentifiers.rsaEncryption);
            assertThat(parameters).isEqualTo(DERNull.INSTANCE);
        } else if (algorithm == KeyAlgorithm.ED25519) {
            assertThat(parameters).isNull();
        } else {
            assertThat(parameters).as("named curve").isInstanceOf(ASN1ObjectIdentifier.class);
        }
    }

    private static String content(ASN1Encodable time) throws IOException {
        byte[] der = time.toASN1Primitive().getEncoded();
        return new String(der, 2, der.length - 2, StandardCharsets.US_ASCII);
    }

    private static int bits(Extensions extensions) {
        KeyUsage usage = KeyUsage.fromExtensions(extensions);
        int all = 0;
        for (int bit : new int[] {
            KeyUsage.digitalSignature,
            KeyUsage.nonRepudiation,
            KeyUsage.keyEncipherment,
            KeyUsage.dataEncipherment,
            KeyUsage.keyAgreement,
            KeyUsage.keyCertSign,
            KeyUsage.cRLSign,
            KeyUsage.encipherOnly,
            KeyUsage.decipherOnly
        }) {
            all |= usage.hasUsages(bit) ? bit : 0;
        }
        return all;
    }
}
