package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.cfssl.Cfssl;
import io.github.pg1c.pki.cfssl.CfsslAuthority;
import io.github.pg1c.pki.cfssl.CfsslOutput;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.store.RotationPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An authority of a company, which signs what it is asked for. */
class OutsideAuthorityTest {

    private static final JsonSource CONFIG = new JsonSource("ca-config.json", """
            {"signing": {"default": {"usages": ["signing", "server auth", "client auth"], "expiry": "8000h"}}}
            """);

    @TempDir
    private Path directory;

    private final Cfssl company = Cfssl.strict(Clock.fixed(Counter.NOW, ZoneOffset.UTC), new SecureRandom());
    private final CfsslOutput made =
            company.initca(new JsonSource("ca-csr.json", "{\"CN\": \"Company CA\", \"ca\": {\"expiry\": \"87600h\"}}"));
    private final CfsslAuthority authority = CfsslAuthority.open(
            made.certificate().orElseThrow(), made.privateKey().orElseThrow());

    private Counter counter = new Counter(Path.of("."));
    private Path authorityFile = Path.of(".");
    private Path requests = Path.of(".");

    @BeforeEach
    void counter() throws IOException {
        counter = new Counter(directory);
        requests = directory.resolve("requests");
        authorityFile = Files.writeString(directory.resolve("company.pem"), authority.certificatePem());
    }

    @Test
    void issuesForANewCluster() {
        counter.succeeds(csr(Optional.of("cluster")));

        assertThat(counter.questions())
                .singleElement()
                .asString()
                .contains("shall the authority cluster be one outside");
        assertThat(counter.said())
                .as("the danger of an authority that serves others, too")
                .anyMatch(line -> line.contains("WARNING") && line.contains("let in every client certificate"));
        assertThat(requests.resolve("small/n1-haproxy-client.csr"))
                .content()
                .startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        counter.forget();

        counter.succeeds(importAuthority());
        assertThat(counter.questions()).singleElement().asString().contains("trust this certificate");
        counter.forget();

        counter.succeeds(answers(sign()));

        assertThat(counter.said())
                .contains("RESULT     systemctl reload haproxy: n1, n2")
                .last()
                .asString()
                .matches("RESULT small: certificates taken in: \\d+");
        assertThat(counter.pki().signingRequests()).isEmpty();
        assertThat(counter.secrets().resolve("small/nodes/n1/rootfs/etc/haproxy/tls/client.pem"))
                .content()
                .contains("-----BEGIN CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----");
        counter.leavesNothingForAGeneration();

        counter.succeeds(csr(Optional.empty()));
        assertThat(requests.resolve("small"))
                .as("answered requests are not left to be signed again")
                .isEmptyDirectory();
    }

    @Test
    void takesOverFromTheStoresOwnInThreeSteps() {
        counter.made();
        counter.succeeds(csr(Optional.of("cluster")));
        counter.succeeds(importAuthority());
        assertThat(counter.pki().phase("cluster")).isEqualTo(RotationPhase.TRUSTED);
        counter.forget();

        GoalResult step = counter.does(RotateAuthority.of(Optional.of("cluster"), false));
        assertThat(step.sentence()).contains("an authority outside has to answer before the next one");

        counter.succeeds(csr(Optional.empty()));
        counter.succeeds(answers(sign()));
        counter.succeeds(counter.does(RotateAuthority.of(Optional.of("cluster"), false)));

        assertThat(counter.pki().phase("cluster")).isEqualTo(RotationPhase.SETTLED);
        counter.leavesNothingForAGeneration();
    }

    @Test
    void refusesAnAnswerThatWasNotAskedForAndTakesNone() throws IOException {
        counter.succeeds(csr(Optional.of("cluster")));
        counter.succeeds(importAuthority());
        Path signed = sign();
        Files.writeString(
                signed.resolve("zz.pem"),
                sign(company.genkey(new JsonSource("csr.json", "{\"CN\": \"stranger\", \"hosts\": [\"stranger\"]}"))
                        .request()
                        .orElseThrow()));

        GoalResult outcome = answers(signed);

        assertThat(outcome.sentence()).startsWith("pg1c: small: refused: ").contains("stranger", "no key fits");
        assertThat(counter.pki().signingRequests()).isNotEmpty();
        assertThat(counter.secrets().resolve("small/nodes/n1/rootfs/etc/patroni/tls/rest.pem"))
                .doesNotExist();
    }

    @Test
    void tellsAllThatIsWrongWithTheFilesAtOnce() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.pem"), "not a certificate");
        Path empty = Files.createDirectory(directory.resolve("empty"));

        GoalResult outcome = counter.does(ImportCertificates.of(new ImportCertificates.Order(
                Optional.of("postgres"),
                Optional.empty(),
                List.of(text, empty, directory.resolve("gone.pem")),
                Optional.empty())));

        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: errors: 4; nothing was changed"));
        assertThat(counter.said())
                .anyMatch(line -> line.contains("'postgres' is not known here"))
                .anyMatch(line -> line.contains("notes.pem holds no certificate that can be read"))
                .anyMatch(line -> line.contains("there is no certificate in ") && line.contains("empty"))
                .anyMatch(line -> line.contains("gone.pem cannot be read: it does not exist"))
                .noneMatch(line -> line.contains("not a certificate"));
    }

    @Test
    void takesInOneThingAtATime() {
        GoalResult outcome = counter.does(ImportCertificates.of(new ImportCertificates.Order(
                Optional.empty(), Optional.of(authorityFile), List.of(authorityFile), Optional.empty())));

        assertThat(outcome.failed()).isTrue();
        assertThat(counter.said())
                .contains("ERROR pg1c.authorityFile, pg1c.answers: error PG1C-906: these exclude each other");
    }

    @Test
    void refusesWithoutAnExternalAuthority() {
        counter.made();

        assertThat(csr(Optional.empty()).failed()).isTrue();
        assertThat(importAuthority().failed()).isTrue();

        assertThat(counter.said())
                .contains(
                        "ERROR     name the one that is to be outside: etcd, cluster",
                        "ERROR pg1c.authority: error PG1C-906: no authority of this cluster is outside",
                        "ERROR     begin with pki-csr -Dpg1c.authority=cluster");
    }

    @Test
    void makesNoAuthorityExternalUnlessTheUserAgrees() {
        counter.made();

        GoalResult outcome =
                counter.replying(Confirmation.Answer.NO).does(RequestCertificates.of(Optional.of("etcd"), requests));

        assertThat(outcome.failed()).isTrue();
        assertThat(counter.pki().outside()).isEmpty();
    }

    private GoalResult csr(Optional<String> authority) {
        return counter.does(RequestCertificates.of(authority, requests));
    }

    private GoalResult importAuthority() {
        return counter.does(ImportCertificates.of(new ImportCertificates.Order(
                Optional.empty(), Optional.of(authorityFile), List.of(), Optional.empty())));
    }

    private GoalResult answers(Path signed) {
        return counter.does(ImportCertificates.of(
                new ImportCertificates.Order(Optional.empty(), Optional.empty(), List.of(signed), Optional.empty())));
    }

    /** The company's answers to all requests, one half in PEM, the other in DER. */
    private Path sign() {
        try (Stream<Path> found = Files.list(requests.resolve("small"))) {
            Path signed = Files.createDirectories(directory.resolve("signed"));
            boolean binary = false;
            for (Path request : found.sorted().toList()) {
                String pem = sign(Files.readString(request));
                Path answer = signed.resolve(request.getFileName() + (binary ? ".der" : ".pem"));
                Files.write(answer, binary ? der(pem) : pem.getBytes(StandardCharsets.US_ASCII));
                binary = !binary;
            }
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sign(String request) {
        return company.sign(authority, CONFIG, "", request, List.of())
                .certificate()
                .orElseThrow();
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
