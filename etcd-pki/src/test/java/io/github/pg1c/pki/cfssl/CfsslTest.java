package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.certificate.KeyRequest;
import io.github.pg1c.pki.cfssl.certificate.Signatures;
import io.github.pg1c.pki.cfssl.certificate.SigningKey;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that needs no other program; what the real cfssl does with the same inputs is in {@link SideBySideIT}. */
class CfsslTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:29.9Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cfssl STRICT = Cfssl.strict(CLOCK, RANDOM);
    private static final Cfssl COMPATIBLE = Cfssl.compatible(CLOCK, RANDOM);
    private static final JsonSource CONFIG = json("ca-config.json", """
            {"signing": {"default": {"expiry": "8760h"}, "profiles": {
              "etcd": {"usages": ["signing", "key encipherment", "server auth", "client auth"], "expiry": "8760h"}}}}
            """);

    @TempDir
    Path directory;

    @Test
    void reportsAllMistakesOfAllInputsAtOnce() {
        JsonSource config = json("ca-config.json", """
                {
                  "signing": {
                    "default": {"expire": "8760h", "expiry": "1y"},
                    "profiles": {
                      "etcd": {"usages": ["signing", "server-auth"], "expiry": "87600h"}
                    }
                  }
                }
                """);
        JsonSource request = json("etcd-csr.json", """
                {"CN": "etcd", "hosts": ["node1", "10.0.0.1/24"],
                 "key": {"algo": "rsa", "size": 1024}}
                """);

        CfsslException refusal = refusal(() -> STRICT.initcaAndGencert(
                json("ca-csr.json", "{\"CN\": \"ca\", \"ca\": {\"expiry\": \"10y\"}}"),
                config,
                List.of(CertificateOrder.of(request, "etc"))));

        assertThat(refusal.problems())
                .extracting(CfsslProblem::toString)
                .containsExactly(
                        "ca-csr.json:1:31: error duration-invalid: ca.expiry: \"10y\" is not a duration; write hours, minutes and seconds only, for example \"87600h\"",
                        "ca-config.json:3:46: error duration-invalid: signing.default.expiry: \"1y\" is not a duration; write hours, minutes and seconds only, for example \"8760h\"",
                        "ca-config.json:3:17: error key-misspelt: signing.default.expire: there is no key \"expire\", and its value would not count; write \"expiry\"",
                        "ca-config.json:5:38: error usage-unknown: signing.profiles.etcd.usages[1]: there is no usage \"server-auth\", and certificates would lack it; write \"server auth\"",
                        "ca-config.json:2:14: error profile-unknown: signing.profiles: there is no profile \"etc\"; cfssl would take the default one; name one of: etcd",
                        "etcd-csr.json:2:9: error key-size-invalid: key: a key \"rsa\" cannot have the size 1024; write 2048 to 8192 for \"rsa\", and 256, 384 or 521 for \"ecdsa\"",
                        "etcd-csr.json:1:35: error host-with-mask: hosts[1]: \"10.0.0.1/24\" has a mask; it would become a host name that matches nothing; write each address by itself");
        assertThat(refusal).hasMessageContaining("profile-unknown").hasMessageContaining("host-with-mask");
    }

    @Test
    void speaksRussian() {
        CfsslException refusal = refusal(() -> STRICT.gencert(
                authority(),
                CONFIG,
                CertificateOrder.of(json("csr.json", "{\"CN\": \"m\", \"hosts\": [\"m\"]}"), "pear")));

        assertThat(refusal.problems().get(0).toString(Language.RU))
                .isEqualTo(
                        "ca-config.json:1:13: ошибка profile-unknown: signing.profiles: профиля «pear» нет; cfssl взял бы профиль по умолчанию;"
                                + " назовите один из: etcd");
    }

    @ParameterizedTest
    @EnumSource(CfsslRule.class)
    void everyRuleHasItsSentencesInBothLanguages(CfsslRule rule) {
        for (String sentence : List.of(
                rule.message().en(),
                rule.message().ru(),
                rule.remedy().en(),
                rule.remedy().ru())) {
            assertThat(sentence).isNotBlank().doesNotEndWith(".");
        }
        assertThat(rule.message().ru() + rule.remedy().ru()).containsPattern("[а-я]");
        assertThat(rule.message().en() + rule.remedy().en()).doesNotContainPattern("[а-я]");
        for (int i = 0; i < 3; i++) {
            assertThat((rule.message().en() + rule.remedy().en()).contains("{" + i + "}"))
                    .isEqualTo((rule.message().ru() + rule.remedy().ru()).contains("{" + i + "}"));
        }
    }

    @Test
    void countsTimeAsCfsslDoes() {
        X509CertificateHolder root = certificate(STRICT.initca(json("ca", "{\"CN\": \"ca\"}")));
        Clock later = Clock.offset(CLOCK, Duration.ofMillis(100));

        // To the nearest minute, five minutes back, and from there 43 800 hours.
        assertThat(root.getNotBefore().toInstant()).isEqualTo("2026-11-20T10:10:00Z");
        assertThat(root.getNotAfter().toInstant()).isEqualTo("2031-11-19T10:10:00Z");
        assertThat(certificate(Cfssl.strict(later, RANDOM).initca(json("ca", "{\"CN\": \"ca\"}")))
                        .getNotBefore()
                        .toInstant())
                .isEqualTo("2026-11-20T10:11:00Z");
    }

    @Test
    void enciphermentUsagesOfCurveKeysAreDroppedWithAWarning() {
        JsonSource request =
                json("csr.json", "{\"CN\": \"m\", \"hosts\": [\"m\"], \"key\": {\"algo\": \"ecdsa\", \"size\": 256}}");

        CfsslOutput strict = STRICT.gencert(authority(), CONFIG, CertificateOrder.of(request, "etcd"));
        CfsslOutput compatible = COMPATIBLE.gencert(authority(), CONFIG, CertificateOrder.of(request, "etcd"));

        assertThat(keyUsage(strict)).isEqualTo(KeyUsage.digitalSignature);
        assertThat(strict.warnings()).extracting(CfsslProblem::rule).containsExactly(CfsslRule.ENCIPHERMENT_LEFT_OUT);
        assertThat(keyUsage(compatible)).isEqualTo(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
        assertThat(compatible.warnings()).isEmpty();
    }

    @Test
    void hostsOfOtherAlphabetsBecomeALabels() {
        JsonSource request = json("csr.json", "{\"CN\": \"m\", \"hosts\": [\"узел.рф\"]}");

        CfsslOutput output = STRICT.gencert(authority(), CONFIG, CertificateOrder.of(request, "etcd"));

        assertThat(Cfssl.certinfo(output.certificate().orElseThrow())).contains("xn--e1adn3a.xn--p1ai");
        // The program itself ends with a stack trace.
        assertThat(refusal(() -> COMPATIBLE.gencert(authority(), CONFIG, CertificateOrder.of(request, "etcd")))
                        .problems())
                .extracting(CfsslProblem::rule)
                .contains(CfsslRule.HOST_NOT_ASCII);
    }

    @Test
    void authorityThatHasEndedDoesNotIssue() {
        CfsslAuthority authority = authority();
        Clock later = Clock.offset(CLOCK, Duration.ofDays(3000));

        assertThat(refusal(() -> Cfssl.strict(later, RANDOM)
                                .gencert(authority, CONFIG, CertificateOrder.of(json("c", "{\"CN\": \"m\"}"), "etcd")))
                        .problems())
                .extracting(CfsslProblem::rule)
                .contains(CfsslRule.AUTHORITY_NOT_VALID, CfsslRule.OUTLIVES_AUTHORITY);
        // It can be renewed, for which the end of the old one is no matter.
        assertThat(certificate(Cfssl.strict(later, RANDOM).renewca(authority))
                        .getNotAfter()
                        .toInstant())
                .isAfter(later.instant());
    }

    @Test
    void problemsOfAProfileAreReportedOnce() {
        List<CfsslProblem> problems = refusal(() -> STRICT.gencert(
                        authority(),
                        json("ca-config.json", CONFIG.text().replace("8760h", "87600h")),
                        List.of(order("node1"), order("node2"), order("node3"))))
                .problems();

        assertThat(problems)
                .extracting(CfsslProblem::rule)
                .containsExactly(CfsslRule.OUTLIVES_AUTHORITY, CfsslRule.ENCIPHERMENT_LEFT_OUT);
        assertThat(problems.get(0).remedy().en()).contains("at most \"43800h\"");
    }

    @Test
    void foreignSigningRequestIsChecked() throws Exception {
        CfsslOutput asked = STRICT.genkey(json("csr", "{\"CN\": \"m\", \"hosts\": [\"m\"]}"));
        String pem = asked.request().orElseThrow();
        byte[] der = CfsslPem.readRequest(pem).getEncoded();
        der[der.length - 1] ^= 1;
        SigningKey key = SigningKey.generate(new KeyRequest("ecdsa", 256, new InputPlace("", 0, 0, "")), RANDOM);
        String damaged = CfsslPem.request(new PKCS10CertificationRequestBuilder(new X500Name("CN=m"), key.publicKey())
                .addAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                        new Extensions(Extension.create(Extension.subjectAlternativeName, false, DERNull.INSTANCE)))
                .build(Signatures.by(key, RANDOM)));

        assertThat(STRICT.sign(authority(), CONFIG, "etcd", pem, List.of()).certificate())
                .isPresent();
        assertThat(signRefusal(Pem.block("CERTIFICATE REQUEST", der))).isEqualTo(CfsslRule.REQUEST_SIGNATURE);
        assertThat(signRefusal(damaged)).isEqualTo(CfsslRule.PEM_INVALID);
        assertThat(signRefusal("nothing")).isEqualTo(CfsslRule.PEM_INVALID);
        CfsslOutput intermediate = STRICT.initca(json("csr", "{\"CN\": \"m\", \"ca\": {\"expiry\": \"10h\"}}"));
        assertThat(signRefusal(intermediate.request().orElseThrow())).isEqualTo(CfsslRule.INTERMEDIATE_REFUSED);
    }

    @Test
    void leafIsNoAuthority() {
        CfsslOutput leaf = STRICT.gencert(
                authority(), CONFIG, CertificateOrder.of(json("csr", "{\"CN\": \"m\", \"hosts\": [\"m\"]}"), "etcd"));
        CfsslAuthority wrong = CfsslAuthority.open(
                leaf.certificate().orElseThrow(), leaf.privateKey().orElseThrow());

        assertThat(refusal(() -> STRICT.gencert(
                                wrong, CONFIG, CertificateOrder.of(json("c", "{\"CN\": \"n\"}"), "etcd")))
                        .problems())
                .extracting(CfsslProblem::rule)
                .contains(CfsslRule.ISSUER_NOT_AUTHORITY);
        assertThat(refusal(() -> COMPATIBLE.renewca(wrong)).problems())
                .extracting(CfsslProblem::rule)
                .containsExactly(CfsslRule.ISSUER_NOT_AUTHORITY);
    }

    @Test
    void bothLibrariesOpenEachOthersAuthorities() {
        CfsslOutput made = STRICT.initca(json("ca", "{\"CN\": \"made here\"}"));
        CertificateAuthority opened = CertificateAuthority.open(
                made.certificate().orElseThrow(), made.privateKey().orElseThrow());
        var leaf = opened.issue(
                CertificateRequest.of(Purpose.ETCD_PEER, "m", "m"),
                KeyAlgorithm.P256,
                Duration.ofDays(30),
                CLOCK,
                RANDOM);

        assertThat(leaf.certificate().getIssuerX500Principal())
                .isEqualTo(opened.certificate().getSubjectX500Principal());
        assertThat(CfsslAuthority.open(opened.certificatePem(), opened.privateKeyPkcs8Pem()))
                .hasToString("CfsslAuthority[subject=CN=made here]");
    }

    @Test
    void wholeSetIsWrittenOrNothing() throws IOException {
        List<CfsslOutput> set = STRICT.initcaAndGencert(
                json("ca-csr.json", "{\"CN\": \"ca\"}"),
                CONFIG,
                List.of(order("node1"), order("node2"), order("node3")));
        Map<Path, CfsslOutput> files = new LinkedHashMap<>();
        List<String> names = List.of("ca", "node1", "node2", "node3");
        for (int i = 0; i < set.size(); i++) {
            files.put(directory.resolve(names.get(i)), set.get(i));
        }
        Path inTheWay = Files.writeString(directory.resolve("node3.pem"), "somebody else's");

        assertThatThrownBy(() -> CfsslOutput.writeAll(files))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("node3.pem exists and would be replaced");
        assertThat(names()).containsExactly("node3.pem");

        Files.delete(inTheWay);
        CfsslOutput.writeAll(files);
        assertThat(names()).hasSize(12).contains("ca-key.pem", "ca.csr", "node2-key.pem", "node3.pem");
        assertThat(Files.getPosixFilePermissions(directory.resolve("ca-key.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> set.get(0).write(directory.resolve("ca")))
                .hasMessageContaining("ca-key.pem")
                .hasMessageContaining("exist and would be replaced");
    }

    @Test
    void nothingIsLeftOfAnOutputThatCannotBeWritten() throws IOException {
        CfsslOutput output = STRICT.initca(json("ca", "{\"CN\": \"ca\"}"));
        Files.createDirectories(directory.resolve("ca.csr/in the way"));

        assertThatThrownBy(() -> output.replace(directory.resolve("ca")))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("ca.csr: cannot be written: a directory is there; name a file");
        assertThatThrownBy(() -> output.write(directory.resolve("no such directory/ca")))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("the directory does not exist, only " + directory);
        assertThat(names()).noneMatch(name -> name.endsWith(".new"));
        CfsslOutput.writeAll(Map.of());
    }

    @Test
    void replacedKeyIsPrivateEvenIfTheOldOneWasNot() throws IOException {
        Path key = Files.writeString(directory.resolve("ca-key.pem"), "old");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        STRICT.initca(json("ca", "{\"CN\": \"ca\"}")).replace(directory.resolve("ca"));

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(key)).startsWith("-----BEGIN EC PRIVATE KEY-----");
    }

    @Test
    void severalRsaKeysAreMadeByTheExecutor() {
        Set<String> threads = new ConcurrentSkipListSet<>();
        Executor executor = task -> {
            Thread thread = new Thread(task, "keys-" + threads.size());
            threads.add(thread.getName());
            thread.start();
        };
        List<CertificateOrder> orders = Stream.of("node1", "node2")
                .map(name -> CertificateOrder.of(
                        json(
                                name,
                                "{\"CN\": \"" + name + "\", \"hosts\": [\"" + name
                                        + "\"], \"key\": {\"algo\": \"rsa\", \"size\": 2048}}"),
                        "etcd"))
                .toList();

        List<CfsslOutput> outputs =
                Cfssl.with(Strictness.STRICT, CLOCK, RANDOM, executor).gencert(authority(), CONFIG, orders);

        assertThat(threads).hasSize(2);
        assertThat(outputs)
                .hasSize(2)
                .allSatisfy(
                        it -> assertThat(it.privateKey().orElseThrow()).startsWith("-----BEGIN RSA PRIVATE KEY-----"));
    }

    static Stream<JsonSource> brokenTexts() {
        return Stream.of(
                json("empty", ""),
                json("cut", "{\"CN\": \"m\""),
                json("comment", "{\"CN\": \"m\"} // no"),
                json("two", "{} {}"),
                json("list", "[]"),
                json("number", "{\"CN\": 1}"),
                json("hosts", "{\"CN\": \"m\", \"hosts\": \"m\"}"),
                json("size", "{\"CN\": \"m\", \"key\": {\"algo\": \"rsa\", \"size\": \"2048\"}}"),
                json("fraction", "{\"CN\": \"m\", \"key\": {\"algo\": \"rsa\", \"size\": 2048.5}}"),
                json("names", "{\"CN\": \"m\", \"names\": {\"O\": \"x\"}}"),
                json("algorithm", "{\"CN\": \"m\", \"key\": {\"algo\": \"dsa\", \"size\": 2048}}"),
                json("nothing", "{}"),
                json("deep", "[".repeat(2000)));
    }

    @ParameterizedTest
    @MethodSource("brokenTexts")
    void whatGoRefusesIsRefusedInBothModes(JsonSource text) {
        assertThat(refusal(() -> STRICT.initca(text)).problems()).anyMatch(CfsslProblem::isError);
        if (!text.name().equals("nothing")) {
            assertThat(refusal(() -> COMPATIBLE.genkey(text)).problems()).anyMatch(CfsslProblem::isError);
        }
    }

    @Test
    void noKeyIsShownAndNoControlCharacterPrinted() {
        CfsslOutput output = STRICT.initca(json("ca", "{\"CN\": \"ca\"}"));
        String secret = output.privateKey().orElseThrow().lines().toList().get(1);

        assertThat(output.toString()).doesNotContain(secret).contains("hidden");
        assertThat(authority().signing().key().toString()).doesNotContain("BEGIN");
        assertThat(refusal(() -> CfsslAuthority.open(
                                "x", output.privateKey().orElseThrow().replace("M", "-")))
                        .getMessage())
                .doesNotContain(secret);
        assertThat(refusal(() -> STRICT.initca(json("ca", "{\"CN\": \"a\\u001b[31mb\"}")))
                        .getMessage())
                .contains("a\\u001b[31mb")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @EnumSource(Strictness.class)
    void readsKeysOfEveryOrigin(Strictness strictness) {
        for (String algorithm : List.of(
                "{\"algo\": \"ecdsa\", \"size\": 521}",
                "{\"algo\": \"rsa\", \"size\": 2048}",
                "{\"algo\": \"ed25519\"}")) {
            CfsslOutput made = Cfssl.with(strictness, CLOCK, RANDOM, Runnable::run)
                    .initca(json("ca", "{\"CN\": \"ca\", \"key\": " + algorithm + "}"));

            // With what editors and OpenSSL put around it.
            String key =
                    "Bag Attributes: none\n  " + made.privateKey().orElseThrow().replace("\n", "\r\n  ");

            assertThat(CfsslAuthority.open(made.certificate().orElseThrow(), key))
                    .isNotNull();
        }
    }

    private static CfsslAuthority authority() {
        CfsslOutput made = STRICT.initca(json("ca-csr.json", "{\"CN\": \"ca\"}"));
        return CfsslAuthority.open(
                made.certificate().orElseThrow(), made.privateKey().orElseThrow());
    }

    private static CfsslRule signRefusal(String request) {
        return refusal(() -> COMPATIBLE.sign(authority(), CONFIG, "etcd", request, List.of())).problems().stream()
                .filter(CfsslProblem::isError)
                .findFirst()
                .orElseThrow()
                .rule();
    }

    private static CertificateOrder order(String name) {
        return CertificateOrder.of(
                json(name + "-csr.json", "{\"CN\": \"" + name + "\", \"hosts\": [\"" + name + "\"]}"), "etcd");
    }

    private static JsonSource json(String name, String text) {
        return new JsonSource(name, text);
    }

    private static CfsslException refusal(Runnable call) {
        CfsslException refusal = catchThrowableOfType(CfsslException.class, call::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static X509CertificateHolder certificate(CfsslOutput output) {
        return CfsslPem.readCertificate(output.certificate().orElseThrow());
    }

    private static int keyUsage(CfsslOutput output) {
        return KeyUsage.getInstance(certificate(output)
                                .getExtension(Extension.keyUsage)
                                .getParsedValue())
                        .getBytes()[0]
                & 0xff;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            Set<String> names = new TreeSet<>();
            files.forEach(it -> names.add(it.getFileName().toString()));
            return names;
        }
    }
}
