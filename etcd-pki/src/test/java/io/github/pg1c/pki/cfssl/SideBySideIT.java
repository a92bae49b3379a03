package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.function.Supplier;
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

    /** Nothing that cfssl refuses is taken, and the rest is signed alike. */
    @ParameterizedTest
    @MethodSource("newest")
    void requestsOfEveryKindAreTakenAlike(CfsslProgram program) throws IOException {
        assumeFollowed(program);
        CfsslCase inputs = CfsslCase.of("peer");
        CfsslOutput made = theirAuthority(program, inputs);
        write(made, "ca");
        for (RequestSpecimen specimen : RequestSpecimen.all()) {
            Files.writeString(directory.resolve("node.csr"), specimen.pem());

            Program.Result theirs = program.attempt(
                    directory,
                    "",
                    "sign",
                    "-ca=ca.pem",
                    "-ca-key=ca-key.pem",
                    config(inputs),
                    "-profile=peer",
                    "node.csr");
            Optional<CfsslOutput> ours =
                    taken(() -> COMPATIBLE.sign(authority(made), inputs.config(), "peer", specimen.pem(), List.of()));

            assertThat(theirs.exit() == 0).as(specimen + ": " + theirs.errors()).isEqualTo(specimen.isTakenByCfssl());
            assertThat(ours.isPresent()).as(specimen.name()).isEqualTo(theirs.exit() == 0);
            ours.ifPresent(it -> assertThat(essence(it, false))
                    .as(specimen.name())
                    .isEqualTo(essence(parse(theirs.output()), false)));
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void authoritiesOfEveryKindAreTakenAlike(CfsslProgram program) throws IOException {
        assumeFollowed(program);
        CfsslCase inputs = CfsslCase.of("peer");
        for (AuthoritySpecimen specimen : AuthoritySpecimen.all(REAL.instant())) {
            Files.writeString(directory.resolve("ca.pem"), specimen.certificate());
            Files.writeString(directory.resolve("ca-key.pem"), specimen.key());

            Program.Result theirs = program.attempt(directory, "", gencertCommand(inputs));
            Optional<CfsslOutput> ours = taken(() -> COMPATIBLE.gencert(
                    CfsslAuthority.open(specimen.certificate(), specimen.key()), inputs.config(), inputs.order()));

            // Nobody can verify what an authority without a name issues.
            if (!specimen.name().startsWith("nameless")) {
                assertThat(ours.isPresent())
                        .as(specimen + ": " + theirs.errors())
                        .isEqualTo(theirs.exit() == 0)
                        .isEqualTo(specimen.isTakenByCfssl());
                ours.ifPresent(it -> assertThat(essence(it, false))
                        .as(specimen.name())
                        .isEqualTo(essence(parse(theirs.output()), false)));
            }
            if (specimen.refusedFor().isEmpty()) {
                Program.Result renewed =
                        program.attempt(directory, "", "gencert", "-renewca", "-ca=ca.pem", "-ca-key=ca-key.pem");
                assertThat(renewed.exit()).as(renewed.errors()).isZero();
                assertThat(essence(
                                COMPATIBLE.renewca(CfsslAuthority.open(specimen.certificate(), specimen.key())), false))
                        .as(specimen.name())
                        .isEqualTo(essence(parse(renewed.output()), false));
            }
        }
    }

    static Stream<Arguments> programsAndProfiles() {
        String peer = "{\"usages\": [\"signing\"], \"expiry\": \"9h\"}";
        List<String> configs = new ArrayList<>();
        for (String expiry : List.of("0", "0s", "-5h", "1ns", "")) {
            configs.add("{\"default\": {\"expiry\": \"" + expiry + "\"}, \"profiles\": {\"peer\": " + peer + "}}");
            configs.add("{\"default\": {\"expiry\": \"8h\"}, \"profiles\": {\"peer\": " + peer.replace("9h", expiry)
                    + "}}");
        }
        for (String other : List.of(
                "{\"remote\": \"r\"}",
                "{\"remote\": \"unknown\"}",
                "{\"remote\": \"\", \"usages\": [\"signing\"], \"expiry\": \"1h\"}",
                "{\"remote\": \"r\", \"usages\": [\"no usage\"], \"expiry\": \"10d\"}",
                peer.replace("}", ", \"ct_log_servers\": [\"http://x\"]}"),
                peer.replace("}", ", \"ClientProvidesSerialNumbers\": true}"),
                peer.replace("}", ", \"backdate\": \"\"}"),
                peer.replace("}", ", \"name_whitelist\": \"(?=x)\"}"),
                peer.replace("}", ", \"name_whitelist\": \"(?P<x>y)\"}"),
                peer.replace("signing", "no usage"),
                peer.replace("9h", "10d"))) {
            configs.add("{\"default\": {\"expiry\": \"8h\"}, \"profiles\": {\"peer\": " + peer + ", \"other\": " + other
                    + "}}");
        }
        for (String expression : List.of(
                "^node[0-9]+$",
                "(?P<x>node)",
                "(?<x>node)",
                "(?!x)node",
                "(a)\\\\1",
                "node++",
                "\\\\pL+",
                "[[:alpha:]]+",
                "^[a-z&&[^x]]",
                "\\\\Qnode\\\\E",
                "\\\\z",
                "n{1,1001}",
                "(?i)NODE",
                "\\\\h",
                "(?>node)")) {
            configs.add("{\"default\": {\"expiry\": \"8h\"}, \"profiles\": {\"peer\": "
                    + peer.replace("}", ", \"name_whitelist\": \"" + expression + "\"}") + "}}");
        }
        for (String url : List.of("crl_url", "ocsp_url")) {
            configs.add("{\"default\": {\"expiry\": \"8h\"}, \"profiles\": {\"peer\": "
                    + peer.replace("}", ", \"" + url + "\": \"http://\u0443\u0437\u0435\u043b\"}") + "}}");
        }
        return newest().stream().flatMap(program -> configs.stream().map(config -> Arguments.of(program, config)));
    }

    @ParameterizedTest
    @MethodSource("programsAndProfiles")
    void configurationsAreTakenAlike(CfsslProgram program, String signing) throws IOException {
        assumeFollowed(program);
        JsonSource config = new JsonSource(
                "ca-config.json", "{\"signing\": " + signing + ", \"remotes\": {\"r\": \"127.0.0.1:1\"}}");
        JsonSource request = new JsonSource("csr.json", "{\"CN\": \"node1\", \"hosts\": [\"node1\"]}");
        CfsslOutput made = COMPATIBLE.initca(CfsslCase.of("peer").authority());
        write(made, "ca");
        Files.writeString(directory.resolve("ca-config.json"), config.text());

        Program.Result theirs = program.attempt(
                directory,
                request.text(),
                "gencert",
                "-ca=ca.pem",
                "-ca-key=ca-key.pem",
                "-config=ca-config.json",
                "-profile=peer",
                "-");
        Optional<CfsslOutput> ours =
                taken(() -> COMPATIBLE.gencert(authority(made), config, CertificateOrder.of(request, "peer")));

        assertThat(ours.isPresent()).as(theirs.errors()).isEqualTo(theirs.exit() == 0);
        ours.ifPresent(it -> assertThat(essence(it, false)).isEqualTo(essence(parse(theirs.output()), false)));
    }

    @ParameterizedTest
    @MethodSource("newest")
    void requestsOfAuthoritiesAreTakenAlike(CfsslProgram program) throws IOException {
        assumeFollowed(program);
        CfsslOutput made = COMPATIBLE.initca(CfsslCase.of("peer").authority());
        write(made, "ca");
        for (String text : List.of(
                "{\"CN\": \"a\", \"ca\": {\"expiry\": \"0\"}}",
                "{\"CN\": \"a\", \"ca\": {\"expiry\": \"0s\"}}",
                "{\"CN\": \"a\", \"ca\": {\"backdate\": \"0s\"}}",
                "{\"CN\": \"a\", \"ca\": {\"backdate\": \"3h\"}, \"crl_url\": \"http://x\", \"hosts\": [\"10.0.0.1\"]}",
                "{\"CN\": \"a\\ud800b\"}",
                "{\"CN\": \"a\", \"names\": [{\"E\": \"a@b.c\", \"O\": \"o\"}]}")) {
            JsonSource request = new JsonSource("ca-csr.json", text);

            Program.Result theirs = program.attempt(directory, text, "gencert", "-initca", "-");
            Program.Result withKey = program.attempt(directory, text, "gencert", "-initca", "-ca-key=ca-key.pem", "-");
            Optional<CfsslOutput> ours = taken(() -> COMPATIBLE.initca(request));
            Optional<CfsslOutput> oursWithKey =
                    taken(() -> COMPATIBLE.initca(request, made.privateKey().orElseThrow()));

            assertThat(ours.isPresent()).as(text + theirs.errors()).isEqualTo(theirs.exit() == 0);
            assertThat(oursWithKey.isPresent()).as(text + withKey.errors()).isEqualTo(withKey.exit() == 0);
            ours.ifPresent(
                    it -> assertThat(essence(it, false)).as(text).isEqualTo(essence(parse(theirs.output()), false)));
            oursWithKey.ifPresent(
                    it -> assertThat(essence(it, false)).as(text).isEqualTo(essence(parse(withKey.output()), false)));
        }
        for (String text : List.of("{\"names\": [{\"O\": \"o\"}, {}]}", "{\"names\": [{\"O\": \" \"}]}", "{}")) {
            assertThat(program.attempt(directory, text, "gencert", "-initca", "-")
                            .exit())
                    .as(text)
                    .isNotZero();
            assertThat(taken(() -> COMPATIBLE.initca(new JsonSource("ca-csr.json", text))))
                    .as(text)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("newest")
    void renewalKeepsTheSameOfAName(CfsslProgram program) throws IOException {
        assumeFollowed(program);
        CfsslOutput made = COMPATIBLE.initca(new JsonSource(
                "ca-csr.json",
                "{\"CN\": \"a\", \"serialnumber\": \"7\", \"names\": [{\"C\": \"RU\", \"ST\": \"s\", \"L\": \"l\", \"O\": \"o\","
                        + " \"OU\": \"u\", \"E\": \"a@b.c\", \"OID\": {\"2.5.4.9\": \"street\", \"2.5.4.12\": \"title\"}},"
                        + " {\"O\": \"second\"}]}"));
        write(made, "ca");

        CfsslOutput theirs =
                parse(program.run(directory, "", "gencert", "-renewca", "-ca=ca.pem", "-ca-key=ca-key.pem"));

        assertThat(essence(COMPATIBLE.renewca(authority(made)), false)).isEqualTo(essence(theirs, false));
        // The strict mode keeps the name, which the certificates of before refer to.
        assertThat(CfsslPem.readCertificate(
                                STRICT.renewca(authority(made)).certificate().orElseThrow())
                        .getSubject())
                .isEqualTo(CfsslPem.readCertificate(made.certificate().orElseThrow())
                        .getSubject());
    }

    /** The newest release that is installed. */
    static List<CfsslProgram> newest() {
        List<CfsslProgram> all = CfsslProgram.all();
        List<CfsslProgram> followed =
                all.stream().filter(CfsslProgram::isAtLeast16).toList();
        return followed.isEmpty() ? all.subList(0, 1) : followed;
    }

    private static void assumeFollowed(CfsslProgram program) {
        assumeTrue(
                program.isAtLeast16(),
                () -> "the compatible mode follows cfssl 1.6; ./verify brings it, here is " + program);
    }

    private static Optional<CfsslOutput> taken(Supplier<CfsslOutput> command) {
        try {
            return Optional.of(command.get());
        } catch (CfsslException e) {
            return Optional.empty();
        }
    }

    private static String config(CfsslCase inputs) {
        return "-config=" + inputs.directory().resolve("ca-config.json").toAbsolutePath();
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
