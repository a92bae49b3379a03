package io.github.pg1c.pki.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.Usage;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.pki.store.Plans;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.pki.store.StoreFixture;
import io.github.pg1c.pki.x509.CertificateProfileTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What OpenSSL, the library under PostgreSQL, HAProxy, PgBouncer and Python, says about the certificates. */
class OpenSslIT {
    private static final Clock REAL = Clock.systemUTC();

    @TempDir
    Path directory;

    private OpenSsl openssl;

    @BeforeEach
    void program() {
        openssl = new OpenSsl(directory);
    }

    static Stream<Arguments> everyPurposeAndAlgorithm() {
        return CertificateProfileTest.everyPurposeAndAlgorithm();
    }

    @ParameterizedTest
    @MethodSource("everyPurposeAndAlgorithm")
    void strictVerificationAcceptsExactlyTheUsagesOfThePurpose(Purpose purpose, KeyAlgorithm algorithm)
            throws IOException {
        write(algorithm, purpose);

        for (Usage usage : Usage.values()) {
            OpenSsl.Result result = openssl.run(
                    "verify",
                    "-x509_strict",
                    "-check_ss_sig",
                    "-purpose",
                    usage == Usage.SERVER_AUTH ? "sslserver" : "sslclient",
                    "-CAfile",
                    "ca.pem",
                    "leaf.pem");
            if (purpose.usages().contains(usage)) {
                assertThat(result.output()).isEqualTo("leaf.pem: OK\n");
                assertThat(result.exit()).isZero();
            } else {
                assertThat(result.exit()).isNotZero();
                assertThat(result.output()).contains("error 26");
            }
        }
        assertThat(openssl.run("x509", "-in", "leaf.pem", "-noout", "-pubkey").output())
                .isEqualTo(openssl.run("pkey", "-in", "leaf-key.pem", "-pubout").output())
                .startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @ParameterizedTest
    @CsvSource({
        "-verify_hostname, node1.example.com, true",
        "-verify_hostname, localhost, true",
        "-verify_ip, 127.0.0.1, true",
        "-verify_ip, ::1, true",
        "-verify_hostname, node2.example.com, false",
        "-verify_hostname, node1, false",
        "-verify_ip, 10.0.0.1, false",
    })
    void namesAreTheOnesAskedFor(String option, String name, boolean accepted) throws IOException {
        write(KeyAlgorithm.P256, Purpose.POSTGRESQL_SERVER);

        OpenSsl.Result result = openssl.run("verify", option, name, "-CAfile", "ca.pem", "leaf.pem");

        assertThat(result.exit() == 0).as(result.output()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void keyIsSoundToOpenSsl(KeyAlgorithm algorithm) throws IOException {
        write(algorithm, Purpose.ETCD_PEER);

        OpenSsl.Result result = openssl.run("pkey", "-in", "leaf-key.pem", "-check", "-noout");

        assertThat(result.output()).contains("Key is valid");
        assertThat(result.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256, pkey -in made.pem -traditional",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384, pkey -in made.pem",
        "ecparam -genkey -name prime256v1, ec -in made.pem",
        "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048, pkey -in made.pem -traditional",
        "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048, pkey -in made.pem",
        "genpkey -algorithm ED25519, pkey -in made.pem",
    })
    void readsEveryFormInWhichOpenSslWritesKeys(String make, String convert) throws IOException {
        assertThat(openssl.run((make + " -out made.pem").split(" ")).exit()).isZero();
        assertThat(openssl.run((convert + " -out key.pem").split(" ")).exit()).isZero();
        String canonical = openssl.run("pkey", "-in", "made.pem", "-pubout").output();

        for (String form : new String[] {"made.pem", "key.pem"}) {
            PrivateKey key = PemText.readPrivateKey(Files.readString(directory.resolve(form)));
            Files.writeString(directory.resolve("again.pem"), PemText.privateKey(key));
            assertThat(openssl.run("pkey", "-in", "again.pem", "-pubout").output())
                    .isEqualTo(canonical);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -in key.pem -passout pass:secret1",
        "pkcs8 -topk8 -v2 des3 -v2prf hmacWithSHA1 -in key.pem -passout pass:secret1",
        "pkcs8 -topk8 -scrypt -in key.pem -passout pass:secret1",
        "pkcs8 -topk8 -v1 PBE-SHA1-3DES -in key.pem -passout pass:secret1",
        "pkcs8 -topk8 -outform DER -in key.pem -passout pass:secret1",
        "rsa -aes256 -traditional -in key.pem -passout pass:secret1",
        "rsa -des3 -traditional -in key.pem -passout pass:secret1",
    })
    void readsEveryFormInWhichOpenSslEncryptsKeys(String convert) throws IOException {
        assertThat(openssl.run(
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-keyout",
                                "key.pem",
                                "-subj",
                                "/CN=x",
                                "-out",
                                "cert.pem")
                        .exit())
                .isZero();
        assertThat(openssl.run((convert + " -out encrypted").split(" ")).exit()).isZero();
        byte[] certificate = Files.readAllBytes(directory.resolve("cert.pem"));
        byte[] encrypted = Files.readAllBytes(directory.resolve("encrypted"));

        assertThat(IssuedCertificate.open(certificate, encrypted, Passphrase.of("secret1".toCharArray()))
                        .privateKeyPkcs8Der())
                .isEqualTo(IssuedCertificate.open(certificate, Files.readAllBytes(directory.resolve("key.pem")))
                        .privateKeyPkcs8Der());
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(
                        () -> IssuedCertificate.open(certificate, encrypted, Passphrase.of("secret2".toCharArray())));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void openSslReadsEveryFormInWhichKeysAreWritten(KeyAlgorithm algorithm) throws IOException {
        IssuedCertificate issued = Authorities.issue(algorithm, Authorities.request(Purpose.ETCD_PEER));
        Passphrase passphrase = Passphrase.of("secret1".toCharArray());
        Files.writeString(directory.resolve("plain.pem"), issued.privateKeyPkcs8Pem());
        String key = openssl.run("pkey", "-in", "plain.pem").output();
        Files.writeString(directory.resolve("old.pem"), issued.privateKeyTraditionalPem());
        Files.write(directory.resolve("key.pk8"), issued.privateKeyPkcs8Der());
        Files.writeString(
                directory.resolve("encrypted.pem"), issued.privateKeyEncryptedPem(passphrase, Authorities.RANDOM));
        Files.write(
                directory.resolve("user.p12"),
                issued.pkcs12(
                        "user", passphrase, List.of(Authorities.of(algorithm).certificate())));

        assertThat(key).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(openssl.run("pkey", "-in", "old.pem").output()).isEqualTo(key);
        assertThat(openssl.run("pkey", "-inform", "DER", "-in", "key.pk8").output())
                .isEqualTo(key);
        assertThat(openssl.run("pkey", "-in", "encrypted.pem", "-passin", "pass:secret1")
                        .output())
                .isEqualTo(key);
        OpenSsl.Result store = openssl.run("pkcs12", "-in", "user.p12", "-passin", "pass:secret1", "-nodes", "-info");
        assertThat(store.exit()).isZero();
        assertThat(store.output()).contains("friendlyName: user", "PBES2", key.strip());
    }

    @Test
    void readsThePkcs12FilesOfOpenSslAndKeytool() throws Exception {
        write(KeyAlgorithm.P256, Purpose.OPERATOR);
        assertThat(openssl.run(
                                "pkcs12",
                                "-export",
                                "-in",
                                "leaf.pem",
                                "-inkey",
                                "leaf-key.pem",
                                "-out",
                                "o.p12",
                                "-passout",
                                "pass:secret1")
                        .exit())
                .isZero();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp384r1",
                        "-dname",
                        "CN=keytool",
                        "-keystore",
                        "k.p12",
                        "-storepass",
                        "secret1")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        Passphrase passphrase = Passphrase.of("secret1".toCharArray());

        assertThat(IssuedCertificate.openPkcs12(Files.readAllBytes(directory.resolve("o.p12")), passphrase)
                        .privateKeyTraditionalPem())
                .isEqualTo(PemText.traditionalPrivateKey(
                        PemText.readPrivateKey(Files.readString(directory.resolve("leaf-key.pem")))));
        assertThat(IssuedCertificate.openPkcs12(Files.readAllBytes(directory.resolve("k.p12")), passphrase)
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=keytool");
    }

    /** OpenSSL asks for a current list of every authority of a chain: between generations both have to be there. */
    @Test
    void revocationListsOfBothGenerationsSatisfyOpenSsl() throws IOException {
        CertificatePlan plan = Plans.withRevocationLists();
        IssuancePolicy policy = IssuancePolicy.defaults();
        Clock clock = Clock.systemUTC();
        PkiStore store = PkiStore.at(directory.resolve("store"));
        store.planned(plan, policy, clock, Authorities.RANDOM).ensure();
        Path leaf = directory.resolve("store").resolve(StoreFixture.SERVER_PEM);
        Files.copy(leaf, directory.resolve("old.pem"));
        store.planned(plan, policy, clock, Authorities.RANDOM).rotate("etcd", RotationPhase.TRUSTED);
        store.planned(plan, policy, clock, Authorities.RANDOM).rotate("etcd", RotationPhase.REISSUED);
        String[] verify = {
            "verify",
            "-x509_strict",
            "-crl_check_all",
            "-CAfile",
            "store/nodes/node1/rootfs/etc/etcd/ca.pem",
            "-CRLfile",
            "store/nodes/node1/crl.pem"
        };
        assertThat(openssl.run(with(verify, "old.pem")).output()).isEqualTo("old.pem: OK\n");
        assertThat(openssl.run(with(verify, leaf.toString())).output()).isEqualTo(leaf + ": OK\n");

        store.planned(plan, policy, clock, Authorities.RANDOM)
                .revoke(
                        Set.of(PemText.readCertificate(Files.readString(directory.resolve("old.pem")))
                                .getSerialNumber()),
                        RevocationReason.KEY_COMPROMISE);

        assertThat(openssl.run(with(verify, "old.pem")).output()).contains("certificate revoked");
        assertThat(openssl.run(with(verify, leaf.toString())).exit()).isZero();
        assertThat(openssl.run("crl", "-inform", "DER", "-in", "store/nodes/node1/crl.der", "-noout", "-text")
                        .output())
                .contains("X509v3 CRL Number", "X509v3 Authority Key Identifier", "Key Compromise", "Next Update");
    }

    private static String[] with(String[] command, String last) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 1);
        all[command.length] = last;
        return all;
    }

    @Test
    void authorityMadeByOpenSslIssuesForOurs() throws IOException {
        assertThat(openssl.run(
                                "req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:P-256",
                                "-nodes",
                                "-days",
                                "30",
                                "-subj",
                                "/C=RU/O=Corp/CN=Corp CA",
                                "-addext",
                                "keyUsage=critical,keyCertSign",
                                "-keyout",
                                "ca-key.pem",
                                "-out",
                                "ca.pem")
                        .exit())
                .isZero();
        CertificateAuthority corporate = CertificateAuthority.open(
                Files.readString(directory.resolve("ca.pem")), Files.readString(directory.resolve("ca-key.pem")));
        // OpenSSL dates an authority to this very second; a clock that is behind by less would be refused.
        Clock later = Clock.offset(REAL, java.time.Duration.ofSeconds(2));

        IssuedCertificate leaf = corporate.issue(
                Authorities.request(Purpose.ETCD_SERVER),
                KeyAlgorithm.P256,
                Authorities.YEAR,
                later,
                Authorities.RANDOM);
        Files.writeString(directory.resolve("leaf.pem"), leaf.certificatePem());

        assertThat(leaf.clampedToIssuer()).isTrue();
        assertThat(openssl.run("verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", "ca.pem", "leaf.pem")
                        .output())
                .isEqualTo("leaf.pem: OK\n");
    }

    /** Trap: a bundle with two authorities of one name; some verifiers would try the first only. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void generationsOfOneNameAreToldApartByTheirKeys(boolean oldFirst) throws IOException {
        CertificateAuthority old = CertificateAuthority.create(CaRequest.of("twin"), REAL, Authorities.RANDOM);
        CertificateAuthority young = CertificateAuthority.create(CaRequest.of("twin"), REAL, Authorities.RANDOM);
        Files.writeString(
                directory.resolve("bundle.pem"),
                oldFirst
                        ? old.certificatePem() + young.certificatePem()
                        : young.certificatePem() + old.certificatePem());

        for (CertificateAuthority ca : new CertificateAuthority[] {old, young}) {
            Files.writeString(
                    directory.resolve("leaf.pem"),
                    ca.issue(
                                    Authorities.request(Purpose.ETCD_PEER),
                                    KeyAlgorithm.P256,
                                    Authorities.YEAR,
                                    REAL,
                                    Authorities.RANDOM)
                            .certificatePem());
            assertThat(openssl.run("verify", "-x509_strict", "-CAfile", "bundle.pem", "leaf.pem")
                            .output())
                    .isEqualTo("leaf.pem: OK\n");
        }
    }

    private void write(KeyAlgorithm algorithm, Purpose purpose) throws IOException {
        CertificateAuthority ca = CertificateAuthority.create(
                new CaRequest("test CA", "pg1c", algorithm, Authorities.YEAR),
                Authorities.keys(algorithm),
                REAL,
                Authorities.RANDOM);
        IssuedCertificate leaf = ca.issue(
                Authorities.request(purpose), Authorities.keys(algorithm), Authorities.YEAR, REAL, Authorities.RANDOM);
        Files.writeString(directory.resolve("ca.pem"), ca.certificatePem());
        Files.writeString(directory.resolve("leaf.pem"), leaf.certificatePem());
        Files.writeString(directory.resolve("leaf-key.pem"), leaf.privateKeyPkcs8Pem());
    }
}
