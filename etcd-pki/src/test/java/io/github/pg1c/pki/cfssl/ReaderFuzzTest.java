package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.certificate.SigningAuthority;
import io.github.pg1c.pki.cfssl.certificate.SigningKey;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.pki.cfssl.json.GoDuration;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whatever an input of cfssl holds, it is taken, or every complaint about it can be printed. The build runs the inputs
 * in the folder beside this class's resources; {@code fuzz.sh} looks for new ones.
 */
class ReaderFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<Cfssl> BOTH = List.of(Cfssl.strict(CLOCK, RANDOM), Cfssl.compatible(CLOCK, RANDOM));
    /** What is said of a key: fixed sentences, so that none can repeat a part of it. */
    private static final Set<String> SENTENCES = Set.of(
            "there is no PRIVATE KEY block",
            "the Base64 text of the private key is damaged",
            "the EC private key does not name its curve",
            "the private key is encrypted and no passphrase was given",
            "the private key is of an unsupported kind",
            "the private key cannot be decrypted: the passphrase is another one, or the key is damaged",
            "the private key cannot be read: its ASN.1 is damaged",
            "the private key cannot be read: it is damaged or of an unknown kind",
            "the private key cannot be read: it is damaged or of an unsupported kind");

    private static final JsonSource PLAIN = new JsonSource("csr.json", "{\"CN\": \"node1\", \"hosts\": [\"node1\"]}");
    private static final CfsslOutput MADE =
            BOTH.get(0).initca(new JsonSource("ca-csr.json", "{\"CN\": \"authority\"}"));
    private static final CfsslAuthority AUTHORITY = CfsslAuthority.open(
            MADE.certificate().orElseThrow(), MADE.privateKey().orElseThrow());

    private static final SigningKey KEY = SigningKey.read(MADE.privateKey().orElseThrow(), new char[0]);
    private static final String SIGNED = BOTH.get(0).genkey(PLAIN).request().orElseThrow();

    /** {@code ca-config.json}, with the profile that it is read for. */
    @FuzzTest
    void config(byte[] input) {
        JsonSource config = new JsonSource("ca-config.json", text(input));
        for (Cfssl cfssl : BOTH) {
            judged(() -> cfssl.gencert(AUTHORITY, config, CertificateOrder.of(PLAIN, "peer")));
            judged(() -> cfssl.gencert(AUTHORITY, config, CertificateOrder.of(PLAIN, "default")));
        }
    }

    /** {@code csr.json} of a certificate and of an authority. */
    @FuzzTest
    void request(byte[] input) {
        JsonSource request = new JsonSource("csr.json", text(input));
        // A key of RSA takes most of a second, and is no part of reading.
        if (!request.text().toLowerCase(Locale.ROOT).contains("rsa")) {
            for (Cfssl cfssl : BOTH) {
                judged(() -> cfssl.initca(request));
                judged(() -> cfssl.genkey(request));
                judged(() -> cfssl.gencert(AUTHORITY, JsonSource.DEFAULT_CONFIG, CertificateOrder.of(request, "")));
            }
        }
    }

    @FuzzTest
    void duration(byte[] input) {
        String text = text(input);
        GoDuration.parse(text)
                .ifPresent(duration ->
                        assertThat(GoDuration.parse(duration.toNanos() + "ns")).contains(duration));
        assertThat(GoDuration.parse(GoDuration.suggestion(text))).isPresent();
    }

    @FuzzTest
    void key(byte[] input) {
        for (char[] password : List.of(new char[0], new char[] {'x'})) {
            try {
                SigningKey key = SigningKey.read(octets(input), password);
                assertThat(key.toString()).startsWith("SigningKey[");
                assertThat(key.pem(Strictness.STRICT)).contains("PRIVATE KEY");
            } catch (PkiException e) {
                assertThat(e).hasNoCause();
                assertThat(SENTENCES).contains(e.getMessage());
            }
        }
    }

    @FuzzTest
    void certificate(byte[] input) {
        told(() -> Cfssl.certinfo(octets(input)));
        told(() -> CfsslAuthority.open(octets(input), MADE.privateKey().orElseThrow()));
    }

    /** Whatever the certificate of an authority holds, with a key that is taken for its own. */
    @FuzzTest
    void authority(byte[] input) {
        told(() -> SigningAuthority.of(
                        CfsslPem.readCertificate(octets(input)), KEY, new InputPlace("ca.pem", 0, 0, "")))
                .ifPresent(authority -> {
                    for (Strictness strictness : Strictness.values()) {
                        CfsslCommands commands = new CfsslCommands(strictness, RANDOM, Runnable::run);
                        judged(() -> commands.renewca(authority, CLOCK.instant()));
                        judged(() -> commands.sign(
                                authority, JsonSource.DEFAULT_CONFIG, "", SIGNED, List.of(), CLOCK.instant()));
                    }
                });
    }

    @FuzzTest
    void signingrequest(byte[] input) {
        for (Cfssl cfssl : BOTH) {
            judged(() -> cfssl.sign(AUTHORITY, JsonSource.DEFAULT_CONFIG, "", octets(input), List.of()));
        }
    }

    private static void judged(Supplier<CfsslOutput> command) {
        told(command).ifPresent(output -> {
            assertThat(output.toString()).isNotNull();
            output.warnings().forEach(ReaderFuzzTest::printed);
        });
    }

    private static <T> Optional<T> told(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (CfsslException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(ReaderFuzzTest::printed);
        } catch (PkiException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        return Optional.empty();
    }

    private static void printed(CfsslProblem problem) {
        assertThat(problem.toString()).isNotBlank();
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static String octets(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1);
    }
}
