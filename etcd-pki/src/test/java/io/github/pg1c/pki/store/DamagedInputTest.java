package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.pg1c.base.pem.PemBlock;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.key.BouncyCastle;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.x509.CertificateNames;
import io.github.pg1c.pki.x509.DistinguishedNames;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are damaged in thousands of ways, in their text and in their DER: each is read or refused in words, and
 * nothing else is thrown.
 */
@Tag("slow")
class DamagedInputTest {
    /** A reader, what it is given undamaged, and how often that is damaged. */
    record Target(String name, List<byte[]> sound, int rounds, Consumer<byte[]> reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final byte[] TELLING = {
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        0x0c,
        0x13,
        0x17,
        0x18,
        0x30,
        0x31,
        0x7f,
        (byte) 0x80,
        (byte) 0x81,
        (byte) 0x84,
        (byte) 0xa0,
        (byte) 0xa3,
        (byte) 0xff,
        '-',
        '\n',
        ' ',
        ':',
        '"',
        '\\',
        '{',
        '}'
    };

    static Stream<Target> targets() {
        MemoryFiles files = new MemoryFiles();
        PkiStore store = new PkiStore(files);
        CertificatePlan plan = Plans.withRevocationLists();
        store.planned(plan, IssuancePolicy.defaults(), Authorities.CLOCK, RANDOM)
                .ensure();
        store.planned(plan, IssuancePolicy.defaults(), Authorities.CLOCK, RANDOM)
                .revoke(java.util.Set.of(store.issued("etcd").get(0).serial()), RevocationReason.KEY_COMPROMISE);
        MemoryFiles outside = new MemoryFiles();
        new PkiStore(outside)
                .planned(Plans.external(), IssuancePolicy.defaults(), Authorities.CLOCK, RANDOM)
                .ensure();
        List<byte[]> certificates = new ArrayList<>();
        List<byte[]> authorities = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        for (KeyAlgorithm algorithm : List.of(KeyAlgorithm.P256, KeyAlgorithm.RSA_2048, KeyAlgorithm.ED25519)) {
            IssuedCertificate issued = Authorities.issue(algorithm, Authorities.request(Purpose.ETCD_PEER));
            certificates.add(bytes(issued.certificatePem()));
            certificates.add(bytes(Authorities.of(algorithm).certificatePem()));
            authorities.add(bytes(Authorities.of(algorithm).certificatePem()));
            keys.add(bytes(issued.privateKeyPkcs8Pem()));
            keys.add(bytes(issued.privateKeyTraditionalPem()));
            keys.add(issued.privateKeyPkcs8Der());
        }
        certificates.add(
                bytes(files.read(Plans.threeNodes().certificates().get(0).certificate())
                        .orElseThrow()));
        String key = files.read(Plans.threeNodes().certificates().get(0).privateKey())
                .orElseThrow();
        String sound = new String(certificates.get(6), StandardCharsets.ISO_8859_1);
        List<byte[]> lists = List.of(
                bytes(files.read(CrlFiles.pem("etcd")).orElseThrow()),
                bytes(files.read(CrlFiles.der("etcd")).orElseThrow()));
        List<byte[]> index = files.read(IssuedIndex.file("etcd"))
                .orElseThrow()
                .lines()
                .map(DamagedInputTest::bytes)
                .toList();
        CertificatePlan.Certificate asked = Plans.external().certificates().get(0);
        List<byte[]> requests =
                List.of(bytes(outside.read(SigningRequests.request(asked)).orElseThrow()));
        ExpectedCertificate expected = new ExpectedCertificate(
                Plans.threeNodes().certificates().get(0).request(),
                false,
                files.read(AuthorityFiles.certificate("etcd")).map(PemText::readCertificate),
                Optional.empty(),
                certificate -> false,
                IssuancePolicy.defaults(),
                NOW);
        return Stream.of(
                new Target("certificates", certificates, 20_000, file -> {
                    var certificate = PemText.readCertificate(file);
                    CertificateNames.of(certificate);
                    DistinguishedNames.commonName(certificate);
                }),
                new Target(
                        "authorities",
                        authorities,
                        10_000,
                        file -> AuthorityGeneration.read(text(file), Optional.empty(), Keyring.withoutPassphrase())
                                .number()),
                new Target("private keys", keys, 20_000, file -> PemText.readPrivateKey(file, null)),
                new Target(
                        "public halves of private keys",
                        keys,
                        2_000,
                        file -> PrivateKeys.publicKey(PemText.readPrivateKey(file, null))),
                new Target(
                        "older forms of private keys",
                        keys,
                        5_000,
                        file -> PemText.traditionalPrivateKey(PemText.readPrivateKey(file, null))),
                new Target(
                        "encrypted private keys",
                        List.of(bytes(encrypted())),
                        5_000,
                        file -> PemText.readPrivateKey(file, Passphrase.of('x'))),
                new Target("revocation lists", lists, 20_000, file -> {
                    if (file.length > 0 && file[0] == 0x30) {
                        CrlFiles.number(PemText.parseRevocationList(file));
                    } else {
                        PemText.readRevocationLists(text(file)).forEach(CrlFiles::number);
                    }
                }),
                new Target("index", index, 20_000, line -> IndexEntry.parse(text(line))),
                new Target("signing requests", requests, 5_000, file -> {
                    MemoryFiles damaged = outside.copy();
                    damaged.replace(SigningRequests.request(asked), text(file));
                    // Answers for every input: the request is as it has to be, or it is written again.
                    assertThat(new SigningRequests(new StagedFiles(damaged)).examine(asked, nothing(expected)))
                            .isNotNull();
                }),
                new Target(
                        "examination of certificates",
                        List.of(certificates.get(6)),
                        5_000,
                        file -> total(() -> Examination.of(Optional.of(text(file)), Optional.of(key), expected))),
                new Target(
                        "examination of keys",
                        List.of(bytes(key)),
                        5_000,
                        file -> total(() -> Examination.of(Optional.of(sound), Optional.of(text(file)), expected))));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void damagedInputIsReadOrRefusedWithAMessage(Target target) {
        Random seeded = new Random(20261120);
        for (byte[] sound : target.sound()) {
            target.reader().accept(sound.clone());
        }
        int refused = 0;
        for (int round = 0; round < target.rounds(); round++) {
            byte[] sound = target.sound().get(seeded.nextInt(target.sound().size()));
            byte[] damaged = seeded.nextBoolean() ? damage(sound, seeded) : damageWithin(sound, seeded);
            try {
                target.reader().accept(damaged);
            } catch (PkiException | IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                fail("round " + round + ": " + Base64.getEncoder().encodeToString(damaged), e);
            }
        }
        if (!target.name().startsWith("examination") && !target.name().equals("signing requests")) {
            assertThat(refused).as("the damage is real").isGreaterThan(target.rounds() / 10);
        }
    }

    /** An examination answers for every input. */
    private static void total(Runnable examination) {
        try {
            examination.run();
        } catch (PkiException | IllegalArgumentException e) {
            throw new AssertionError("an examination must not throw", e);
        }
    }

    private static Examination nothing(ExpectedCertificate expected) {
        return Examination.of(Optional.empty(), Optional.empty(), expected);
    }

    /** In OpenSSL's old form, whose key costs no time to derive. */
    private static String encrypted() {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    Authorities.keys(KeyAlgorithm.RSA_2048).getPrivate(),
                    new JcePEMEncryptorBuilder("AES-128-CBC")
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(new char[] {'x'}));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    /** Damages the DER inside PEM, which damage to the text seldom reaches. */
    private static byte[] damageWithin(byte[] file, Random seeded) {
        List<PemBlock> blocks = PemBlock.all(text(file));
        if (blocks.isEmpty()) {
            return damage(file, seeded);
        }
        PemBlock block = blocks.get(seeded.nextInt(blocks.size()));
        byte[] der = damage(block.der(Text.same("x")), seeded);
        return bytes(
                text(file).replace(block.body(), "\n" + Base64.getMimeEncoder().encodeToString(der) + "\n"));
    }

    private static byte[] damage(byte[] sound, Random seeded) {
        byte[] bytes = sound.clone();
        for (int n = 1 + seeded.nextInt(4); n > 0 && bytes.length > 1; n--) {
            int at = seeded.nextInt(bytes.length);
            switch (seeded.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << seeded.nextInt(8));
                case 1 -> bytes[at] = TELLING[seeded.nextInt(TELLING.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + 1 + seeded.nextInt(8)), new byte[0]);
                case 4 -> bytes = spliced(bytes, at, at, new byte[] {TELLING[seeded.nextInt(TELLING.length)]});
                default -> {
                    int end = Math.min(bytes.length, at + 1 + seeded.nextInt(64));
                    bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] out = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(between, 0, out, from, between.length);
        System.arraycopy(bytes, to, out, from + between.length, bytes.length - to);
        return out;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
