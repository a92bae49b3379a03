package io.github.pg1c.pki.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pg1c.base.pem.PemBlock;
import io.github.pg1c.base.pem.PemException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.CertificateNames;
import io.github.pg1c.pki.x509.DistinguishedNames;
import io.github.pg1c.pki.x509.StrictRules;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whatever a file holds, a reader returns a value that can be looked at, or throws what it says, in words that do not
 * repeat the file. The build runs the inputs in the folder beside this class's resources; {@code fuzz.sh} looks for new
 * ones.
 */
class ReaderFuzzTest {
    private static final Passphrase PASSPHRASE = Passphrase.of('x');

    /** What is said of a file that holds a secret: fixed sentences, so that none can repeat a part of it. */
    private static final Set<String> SENTENCES = Set.of(
            "the Base64 text of the private key is damaged",
            "the Base64 text of the curve is damaged",
            "there is no PRIVATE KEY block",
            "the private key is encrypted and no passphrase was given",
            "the private key cannot be read: it is damaged or of an unsupported kind",
            "the private key cannot be read: its ASN.1 is damaged",
            "the private key is of an unsupported kind",
            "the EC private key does not name its curve",
            "the private key cannot be decrypted: the passphrase is another one, or the key is damaged",
            "the private key cannot be written in its older form",
            "the PKCS#12 file cannot be read: the passphrase is another one, or the file is damaged",
            "the PKCS#12 file holds no private key with a certificate");

    private static final CertificatePlan.Certificate PLANNED =
            Plans.external().certificates().get(0);

    @FuzzTest
    void pem(byte[] input) {
        for (PemBlock block : PemBlock.all(text(input))) {
            assertThat(block.toString()).isNotNull();
            read(() -> block.der(Text.same("block")));
        }
    }

    @FuzzTest
    void certificate(byte[] input) {
        read(() -> PemText.readCertificate(input)).ifPresent(certificate -> {
            CertificateNames.of(certificate);
            DistinguishedNames.commonName(certificate);
            read(() -> IndexEntry.of("id", certificate, certificate));
            read(() -> {
                StrictRules.checkLeaf(certificate, certificate);
                return true;
            });
        });
        read(() -> AuthorityGeneration.read(text(input), Optional.empty(), Keyring.withoutPassphrase()))
                .ifPresent(generation -> {
                    assertThat(PemText.readCertificates(generation.chainPem())).hasSameSizeAs(generation.chain());
                    assertThat(generation.number()).isPositive();
                });
    }

    @FuzzTest
    void key(byte[] input) {
        secret(() -> PemText.readPrivateKey(input, null)).ifPresent(ReaderFuzzTest::look);
    }

    /** In OpenSSL's older form or as PKCS#8, in PEM or DER. */
    @FuzzTest
    void encryptedkey(byte[] input) {
        secret(() -> PemText.readPrivateKey(input, PASSPHRASE)).ifPresent(ReaderFuzzTest::look);
    }

    @FuzzTest
    void pkcs12(byte[] input) {
        secret(() -> IssuedCertificate.openPkcs12(input, PASSPHRASE))
                .ifPresent(issued -> assertThat(issued.toString()).isNotNull());
    }

    /** The request of a store, beside the key that waits with it. */
    @FuzzTest
    void request(byte[] input) {
        read(() -> PemText.readRequest(text(input)));
        MemoryFiles files = new MemoryFiles();
        files.replace(SigningRequests.request(PLANNED), text(input));
        files.replace(
                SigningRequests.key(PLANNED),
                PemText.privateKey(Authorities.keys(KeyAlgorithm.P256).getPrivate()));
        Examination nothing = Examination.of(Optional.empty(), Optional.empty(), expectation());
        assertThat(new SigningRequests(new StagedFiles(files)).examine(PLANNED, nothing))
                .isNotNull();
    }

    @FuzzTest
    void revocationlist(byte[] input) {
        List<X509CRL> lists = read(() -> input.length > 0 && input[0] == 0x30
                        ? List.of(PemText.parseRevocationList(input))
                        : PemText.readRevocationLists(text(input)))
                .orElse(List.of());
        X509Certificate issuer = Authorities.of(KeyAlgorithm.P256).certificate();
        for (X509CRL list : lists) {
            read(() -> CrlFiles.number(list));
            CrlFiles.isSigned(list, issuer);
            CrlFiles.entries(list);
        }
    }

    @FuzzTest
    void index(byte[] input) {
        MemoryFiles files = new MemoryFiles();
        files.replace(IssuedIndex.file("etcd"), text(input));
        read(() -> IssuedIndex.read(new StagedFiles(files), "etcd").entries())
                .ifPresent(entries -> entries.forEach(
                        entry -> assertThat(IndexEntry.parse(entry.line())).isEqualTo(entry)));
    }

    @FuzzTest
    void line(byte[] input) {
        said(() -> JsonLine.read(text(input))).ifPresent(object -> {
            Map<String, Object> again = JsonLine.read(JsonLine.write(object));
            assertThat(again).isEqualTo(object);
        });
    }

    @FuzzTest
    void name(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        said(() -> SubjectName.parse(text))
                .ifPresent(name -> assertThat(SubjectName.parse(name.text())).isEqualTo(name));
        said(() -> CertificateRequest.of(Purpose.ETCD_PEER, text, text))
                .ifPresent(
                        request -> Authorities.issue(KeyAlgorithm.P256, request).certificatePem());
    }

    @FuzzTest
    void passphrase(byte[] input) {
        said(() -> Passphrase.of(text(input).toCharArray()))
                .ifPresent(passphrase -> assertThat(passphrase).hasToString("Passphrase[hidden]"));
    }

    private static void look(PrivateKey key) {
        secret(() -> PrivateKeys.publicKey(key)).ifPresent(open -> {
            PrivateKeys.match(key, open);
            secret(() -> PemText.traditionalPrivateKey(key));
        });
    }

    private static ExpectedCertificate expectation() {
        return new ExpectedCertificate(
                PLANNED.request(),
                false,
                Optional.empty(),
                Optional.empty(),
                certificate -> false,
                IssuancePolicy.defaults(),
                Authorities.NOW);
    }

    private static <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (PkiException | PemException e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    /** As {@link #read}, of a file that holds a secret. */
    private static <T> Optional<T> secret(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (PkiException e) {
            assertThat(e).hasNoCause();
            assertThat(SENTENCES).contains(e.getMessage());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> said(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
            return Optional.empty();
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1);
    }
}
