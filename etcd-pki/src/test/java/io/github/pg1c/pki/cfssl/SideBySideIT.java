package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.conformance.NeedsPrograms;
import io.github.pg1c.pki.conformance.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library and the program do the same with the same inputs, release by release. */
@NeedsPrograms({"cfssl", "cfssljson", "openssl"})
public class SideBySideIT {
    private static final Clock REAL = Clock.systemUTC();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cfssl COMPATIBLE = Cfssl.compatible(REAL, RANDOM);
    private static final Cfssl STRICT = Cfssl.strict(REAL, RANDOM);

    @TempDir
    Path directory;

    static Stream<Arguments> programsAndCases() {
        return CfsslProgram.all().stream()
                .flatMap(program ->
                        CfsslCase.all().stream().filter(it -> it.isFor(program)).map(it -> Arguments.of(program, it)));
    }

    /** Of releases before the newest some shapes only: what differs is shown by {@link #certificatesAreTheSame}. */
    static Stream<Arguments> programsAndShapes() {
        List<CfsslProgram> programs = CfsslProgram.all();
        return programsAndCases()
                .filter(it -> it.get()[0].equals(programs.get(0))
                        || List.of("payroll", "peer", "p384").contains(String.valueOf(it.get()[1])));
    }

    static List<CfsslProgram> programs() {
        return CfsslProgram.all();
    }

    @ParameterizedTest
    @MethodSource("programsAndCases")
    void certificatesAreTheSame(CfsslProgram program, CfsslCase inputs) {
        CfsslOutput theirAuthority = theirAuthority(program, inputs);
        CfsslOutput theirs = gencert(program, inputs, theirAuthority);
        CfsslAuthority authority = authority(theirAuthority);

        CfsslOutput ourAuthority = COMPATIBLE.initca(inputs.authority());
        CfsslOutput ours = COMPATIBLE.gencert(authority, inputs.config(), inputs.order());

        assertSame(ourAuthority, theirAuthority);
        assertSame(ours, theirs);
        if (program.isAtLeast16()) {
            // 1.2 writes identifiers without leading zeros and knows fewer parts of a name.
            write(ours, "ours");
            assertThat(Cfssl.certinfo(ours.certificate().orElseThrow()))
                    .isEqualTo(program.run(directory, "", "certinfo", "-cert=ours.pem"));
        }
        assertThat(ours.json()).matches("\\{\"cert\":\"[^\"]+\",\"csr\":\"[^\"]+\",\"key\":\"[^\"]+\"}\n");
        if (!inputs.refused().isEmpty()) {
            CfsslException refusal = catchThrowableOfType(
                    CfsslException.class,
                    () -> STRICT.initcaAndGencert(inputs.authority(), inputs.config(), List.of(inputs.order())));
            assertThat(refusal.problems().stream()
                            .filter(CfsslProblem::isError)
                            .map(it -> it.rule().id()))
                    .containsExactlyElementsOf(inputs.refused());
        } else if (!inputs.strictDiffers()) {
            CfsslOutput strictAuthority = STRICT.initca(inputs.authority());
            CfsslOutput strict = STRICT.gencert(authority, inputs.config(), inputs.order());
            assertThat(essence(strictAuthority, false)).isEqualTo(essence(theirAuthority, false));
            assertThat(essence(strict, true)).isEqualTo(essence(theirs, true));
        }
    }

    @ParameterizedTest
    @MethodSource("programsAndShapes")
    void eachSignsWithTheAuthorityOfTheOther(CfsslProgram program, CfsslCase inputs) throws IOException {
        CfsslOutput ours = COMPATIBLE.initca(inputs.authority());
        CfsslOutput leaf = gencert(program, inputs, ours);
        CfsslOutput theirs = theirAuthority(program, inputs);
        CfsslOutput ourLeaf = COMPATIBLE.gencert(authority(theirs), inputs.config(), inputs.order());
        CfsslOutput ourSigned = COMPATIBLE.sign(
                authority(theirs),
                inputs.config(),
                inputs.order().profile(),
                leaf.request().orElseThrow(),
                inputs.order().hostnames());

        assertThat(essence(leaf, false)).isEqualTo(essence(ourLeaf, false));
        assertThat(Essence.of(ourSigned.certificate().orElseThrow(), false)).isEqualTo(essence(leaf, false));
        // OpenSSL has no word against names of the two; certificates of the same name are refused whoever signs.
        if (!inputs.toString().equals("same-subject") && !inputs.toString().equals("born-expired")) {
            assertThat(verify(ours, leaf)).startsWith("leaf.pem: OK");
            assertThat(verify(theirs, ourLeaf)).startsWith("leaf.pem: OK");
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void filesAndModesAreThoseOfCfssljson(CfsslProgram program) throws IOException {
        CfsslCase inputs = CfsslCase.of("peer");
        Path theirs = Files.createDirectory(directory.resolve("theirs"));
        Path ours = Files.createDirectory(directory.resolve("ours"));
        CfsslOutput output = COMPATIBLE.initca(inputs.authority());

        program.bare(theirs, output.json(), "ca");
        output.write(ours.resolve("ca"));

        assertThat(tree(ours)).isEqualTo(tree(theirs)).containsOnlyKeys("ca-key.pem", "ca.csr", "ca.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer", "p384", "p521", "rsa-2048", "ed25519"})
    void keysAndRequestsAreReadByOpenSsl(String name) throws IOException {
        CfsslOutput output = STRICT.genkey(CfsslCase.of(name).order().request());
        Files.writeString(directory.resolve("k.pem"), output.privateKey().orElseThrow());
        Files.writeString(directory.resolve("k.csr"), output.request().orElseThrow());

        assertThat(Program.of("openssl")
                        .run(directory, "pkey", "-in", "k.pem", "-check", "-noout")
                        .all())
                .contains("Key is valid");
        assertThat(Program.of("openssl")
                        .run(directory, "req", "-in", "k.csr", "-noout", "-verify")
                        .all())
                .containsIgnoringCase("verify OK");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void renewedAuthorityIsTheSame(CfsslProgram program) throws IOException {
        CfsslCase inputs = CfsslCase.of("ca-section");
        CfsslOutput made = theirAuthority(program, inputs);
        write(made, "ca");

        CfsslOutput theirs =
                parse(program.run(directory, "", "gencert", "-renewca", "-ca=ca.pem", "-ca-key=ca-key.pem"));
        CfsslOutput ours = COMPATIBLE.renewca(authority(made));
        CfsslOutput strict = STRICT.renewca(authority(made));

        assertThat(essence(ours, false)).isEqualTo(essence(theirs, false));
        assertThat(ours.privateKey()).isEmpty();
        // A leaf of before is valid under the renewed one.
        assertThat(verify(strict, gencert(program, inputs, made))).startsWith("leaf.pem: OK");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void authorityForAnExistingKeyIsTheSame(CfsslProgram program) throws IOException {
        CfsslCase inputs = CfsslCase.of("pathlenzero");
        CfsslOutput made = theirAuthority(program, inputs);
        write(made, "ca");
        String request =
                inputs.directory().resolve("ca-csr.json").toAbsolutePath().toString();

        CfsslOutput theirs = parse(program.run(directory, "", "gencert", "-initca", "-ca-key=ca-key.pem", request));
        CfsslOutput ours =
                COMPATIBLE.initca(inputs.authority(), made.privateKey().orElseThrow());

        assertThat(essence(ours, false)).isEqualTo(essence(theirs, false));
        assertThat(ours.json()).startsWith("{\"cert\":").doesNotContain("\"key\"");
        assertThat(theirs.privateKey()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void wrongKeyOfTheAuthorityIsRefusedByBoth(CfsslProgram program) throws IOException {
        CfsslCase inputs = CfsslCase.of("peer");
        write(theirAuthority(program, inputs), "ca");
        CfsslOutput other = theirAuthority(program, inputs);
        Files.writeString(directory.resolve("ca-key.pem"), other.privateKey().orElseThrow());

        Program.Result theirs = program.attempt(directory, "", gencertCommand(inputs));
        CfsslException ours = catchThrowableOfType(
                CfsslException.class,
                () -> CfsslAuthority.read(directory.resolve("ca.pem"), directory.resolve("ca-key.pem")));

        assertThat(theirs.exit()).isNotZero();
        assertThat(theirs.errors()).contains("\"code\":1000");
        assertThat(ours.problems().get(0).rule()).isEqualTo(CfsslRule.AUTHORITY_KEY_MISMATCH);
        assertThat(ours.problems().get(0).rule().cfsslCode()).hasValue(1000);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void defaultsAreTheSame(CfsslProgram program) {
        if (program.isAtLeast16()) {
            assertThat(Cfssl.defaultConfig()).isEqualTo(program.run(directory, "", "print-defaults", "config"));
            assertThat(Cfssl.defaultRequest()).isEqualTo(program.run(directory, "", "print-defaults", "csr"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "87600h",
                "8760h30m",
                "1.5h",
                "90m",
                "3600s",
                "1h0m0.9s",
                "+24h",
                "0.5h30.5m",
                ".5h",
                "1.h",
                "100h1us",
                "100h1\u00b5s",
                "100h1\u03bcs",
                "2562047h",
                "10d",
                "1y",
                "24",
                "",
                "h",
                "1h ",
                " 1h",
                "1H",
                "1e3h",
                "-",
                "+",
                ".",
                "1.2.3h",
                "2562048h",
                "--1h",
                "9223372036854775808ns",
                "1h-1m",
                "100h0.333333333333333333333h",
                "24h\u00a0",
                "１h"
            })
    void durationsAreReadAlike(String expiry) {
        JsonSource request = new JsonSource("ca", "{\"CN\": \"d\", \"ca\": {\"expiry\": \"" + expiry + "\"}}");
        for (CfsslProgram program : CfsslProgram.all()) {
            Program.Result theirs = program.attempt(directory, request.text(), "gencert", "-initca", "-");

            Optional<CfsslOutput> ours;
            try {
                ours = Optional.of(COMPATIBLE.initca(request));
            } catch (CfsslException e) {
                ours = Optional.empty();
            }

            assertThat(ours.isPresent()).as(theirs.errors()).isEqualTo(theirs.exit() == 0);
            ours.ifPresent(it -> assertThat(essence(it, false)).isEqualTo(essence(parse(theirs.output()), false)));
        }
    }

    private static void assertSame(CfsslOutput ours, CfsslOutput theirs) {
        assertThat(essence(ours, false)).isEqualTo(essence(theirs, false));
        assertThat(Essence.ofRequest(ours.request().orElseThrow()))
                .isEqualTo(Essence.ofRequest(theirs.request().orElseThrow()));
        assertThat(Essence.labels(ours)).isEqualTo(Essence.labels(theirs));
        assertThat(CfsslPem.readCertificate(ours.certificate().orElseThrow())
                        .getNotBefore()
                        .toInstant())
                .isCloseTo(
                        CfsslPem.readCertificate(theirs.certificate().orElseThrow())
                                .getNotBefore()
                                .toInstant(),
                        within(2, ChronoUnit.MINUTES));
    }

    private static List<String> essence(CfsslOutput output, boolean withoutEncipherment) {
        return Essence.of(output.certificate().orElseThrow(), withoutEncipherment);
    }

    private CfsslOutput theirAuthority(CfsslProgram program, CfsslCase inputs) {
        String request =
                inputs.directory().resolve("ca-csr.json").toAbsolutePath().toString();
        return parse(program.run(directory, "", "gencert", "-initca", request));
    }

    private CfsslOutput gencert(CfsslProgram program, CfsslCase inputs, CfsslOutput authority) {
        write(authority, "ca");
        return parse(program.run(directory, "", gencertCommand(inputs)));
    }

    private static String[] gencertCommand(CfsslCase inputs) {
        List<String> command = new ArrayList<>(List.of("gencert", "-ca=ca.pem", "-ca-key=ca-key.pem"));
        command.addAll(inputs.flags());
        return command.toArray(String[]::new);
    }

    private static CfsslAuthority authority(CfsslOutput output) {
        return CfsslAuthority.open(
                output.certificate().orElseThrow(), output.privateKey().orElseThrow());
    }

    private void write(CfsslOutput output, String base) {
        output.replace(directory.resolve(base));
    }

    private String verify(CfsslOutput authority, CfsslOutput leaf) throws IOException {
        Files.writeString(directory.resolve("root.pem"), authority.certificate().orElseThrow());
        Files.writeString(directory.resolve("leaf.pem"), leaf.certificate().orElseThrow());
        return Program.of("openssl")
                .run(directory, "verify", "-CAfile", "root.pem", "leaf.pem")
                .all();
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.list(root)) {
            for (Path file : files.toList()) {
                tree.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + "\n"
                                + Files.readString(file));
            }
        }
        return tree;
    }

    private static CfsslOutput parse(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                members.put(key, parser.nextTextValue());
            }
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
        return new CfsslOutput(
                Optional.ofNullable(members.get("cert")),
                Optional.ofNullable(members.get("csr")),
                Optional.ofNullable(members.get("key")),
                List.of());
    }
}
