package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.certificates.CfsslCommand.Order;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CfsslCommandTest {

    @TempDir
    private Path directory;

    private final Lines lines = new Lines();

    @Test
    void writesTheFilesThatCfssljsonWould() throws IOException {
        authority();

        assertThat(run(gencert("etcd-csr.json", "etcd"))).isEqualTo(GoalResult.success());

        assertThat(lines.all()).contains("RESULT etcd.pem", "RESULT etcd-key.pem", "RESULT etcd.csr");
        assertThat(Files.list(directory).map(file -> String.valueOf(file.getFileName())))
                .contains("ca.pem", "ca-key.pem", "ca.csr", "etcd.pem", "etcd-key.pem", "etcd.csr");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("etcd-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(lines.all()).noneMatch(line -> line.contains("PRIVATE KEY"));
    }

    @Test
    void replacesNothingUnlessItIsTold() throws IOException {
        authority();
        String before = Files.readString(directory.resolve("ca-key.pem"));

        GoalResult outcome = run(initca(false));
        assertThat(outcome.sentence()).contains("ca-key.pem", "would be replaced");
        assertThat(directory.resolve("ca-key.pem")).hasContent(before);

        assertThat(run(initca(true))).isEqualTo(GoalResult.success());
        assertThat(directory.resolve("ca-key.pem")).content().isNotEqualTo(before);
    }

    @Test
    void tellsEveryMistakeOfEveryFileAtOnceAndWritesNothing() throws IOException {
        authority();
        write("ca-config.json", """
                {"signing": {"default": {"expiry": "10d"},
                 "profiles": {"etcd": {"usages": ["signing", "server-auth"], "expire": "8760h"}}}}
                """);
        write("etcd-csr.json", """
                {"CN": "etcd", "hosts": ["10.0.0.1/24", "has space"], "key": {"algo": "rsa", "size": 1024}}
                """);

        GoalResult outcome = run(gencert("etcd-csr.json", "ectd"));

        assertThat(outcome.sentence()).matches("pg1c: errors: \\d+; nothing was written");
        assertThat(lines.all())
                .anyMatch(line -> line.contains("ca-config.json:1:") && line.contains("10d"))
                .anyMatch(line -> line.contains("server-auth"))
                .anyMatch(line -> line.contains("profile-unknown") && line.contains("ectd"))
                .anyMatch(line -> line.contains("etcd-csr.json:1:") && line.contains("10.0.0.1/24"))
                .anyMatch(line -> line.contains("1024"));
        assertThat(directory.resolve("etcd.pem")).doesNotExist();
    }

    @Test
    void tellsWhatIsWrongWithTheRequestAlsoWhenTheAuthorityCannotBeUsed() throws IOException {
        authority();
        write("ca-key.pem", "no key");
        write("etcd-csr.json", "{\"CN\": \"etcd\", \"hosts\": [\"10.0.0.1/24\"]}");

        assertThat(run(gencert("etcd-csr.json", "etcd")).failed()).isTrue();

        assertThat(lines.all())
                .anyMatch(line -> line.contains("ca-key.pem"))
                .anyMatch(line -> line.contains("10.0.0.1/24"))
                .noneMatch(line -> line.contains("no key\""));
    }

    @Test
    void tellsAllMissingFilesAtOnceInRussianToo() {
        GoalResult outcome = command(gencert("gone-csr.json", "etcd"), Language.RU, Passphrases.NONE)
                .run();

        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: ошибок: 4; ничего не записано"));
        assertThat(lines.all())
                .contains(
                        "ERROR pg1c.config: ошибка PG1C-904: " + directory.resolve("ca-config.json")
                                + " не удалось прочитать: его нет",
                        "ERROR pg1c.csr: ошибка PG1C-904: " + directory.resolve("gone-csr.json")
                                + " не удалось прочитать: его нет",
                        "ERROR pg1c.ca: ошибка PG1C-904: " + directory.resolve("ca.pem")
                                + " не удалось прочитать: его нет",
                        "ERROR pg1c.caKey: ошибка PG1C-904: " + directory.resolve("ca-key.pem")
                                + " не удалось прочитать: его нет");
    }

    @Test
    void acceptsWhatCfsslAcceptsWhenItIsToldAndWarns() throws IOException {
        authority();
        write("etcd-csr.json", "{\"CN\": \"etcd\", \"hosts\": [\"has space\"]}");

        assertThat(run(gencert("etcd-csr.json", "etcd")).failed()).isTrue();
        lines.all().clear();
        Order strict = gencert("etcd-csr.json", "etcd");
        assertThat(run(new Order(
                        strict.command(),
                        true,
                        strict.authority(),
                        strict.authorityKey(),
                        strict.config(),
                        strict.requests(),
                        strict.profile(),
                        strict.hosts(),
                        strict.bare(),
                        false,
                        directory)))
                .isEqualTo(GoalResult.success());

        assertThat(lines.all()).anyMatch(line -> line.startsWith("WARNING ") && line.contains("has space"));
    }

    @Test
    void opensAnEncryptedKeyOfAnAuthority() throws Exception {
        authority();
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "pkcs8",
                        "-topk8",
                        "-in",
                        "ca-key.pem",
                        "-out",
                        "encrypted.pem",
                        "-passout",
                        "pass:horse")
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(openssl.waitFor()).isZero();
        Files.move(
                directory.resolve("encrypted.pem"),
                directory.resolve("ca-key.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Order order = gencert("etcd-csr.json", "etcd");

        assertThat(run(order).failed()).isTrue();
        assertThat(command(order, Language.EN, new Counter(directory).storing("mule"))
                        .run()
                        .failed())
                .isTrue();
        assertThat(command(order, Language.EN, new Counter(directory).storing("horse"))
                        .run())
                .isEqualTo(GoalResult.success());
        assertThat(lines.all()).noneMatch(line -> line.contains("horse") || line.contains("mule"));
    }

    @Test
    void signsADirectoryOfRequestsBesideThem() throws IOException {
        authority();
        write("one-csr.json", "{\"CN\": \"one\", \"hosts\": [\"one\"]}");
        write("two-csr.json", "{\"CN\": \"two\", \"hosts\": [\"two\"]}");
        assertThat(run(order("genkey", List.of("one-csr.json", "two-csr.json"), "", Optional.empty(), false)))
                .isEqualTo(GoalResult.success());
        Path requests = Files.createDirectory(directory.resolve("requests"));
        for (String name : List.of("one", "two")) {
            Files.move(directory.resolve(name + ".csr"), requests.resolve(name + ".csr"));
        }

        assertThat(run(order("sign", List.of("requests"), "etcd", Optional.of("ca-config.json"), false)))
                .isEqualTo(GoalResult.success());

        assertThat(requests.resolve("one.pem")).isRegularFile();
        assertThat(requests.resolve("two.pem")).isRegularFile();
    }

    @Test
    void refusesAnUnknownCommandAndTwoRequestsForOneName() throws IOException {
        write("x-csr.json", "{}");
        write("x.json", "{}");

        GoalResult outcome = run(order("bundle", List.of("x-csr.json", "x.json"), "", Optional.empty(), false));

        assertThat(outcome.failed()).isTrue();
        assertThat(lines.all())
                .contains("ERROR pg1c.command: error PG1C-903: 'bundle' is not known here")
                .anyMatch(line -> line.contains("two requests would be written to x.pem"));
    }

    private void authority() throws IOException {
        write("ca-csr.json", """
                {"CN": "etcd CA", "key": {"algo": "ecdsa", "size": 256}, "ca": {"expiry": "87600h"},
                 "names": [{"C": "RU", "O": "corp"}]}
                """);
        write("ca-config.json", """
                {"signing": {"default": {"expiry": "8760h"},
                 "profiles": {"etcd": {"usages": ["signing", "key encipherment", "server auth", "client auth"],
                 "expiry": "8760h"}}}}
                """);
        write("etcd-csr.json", """
                {"CN": "etcd", "hosts": ["pg1", "10.0.0.11", "127.0.0.1"], "key": {"algo": "ecdsa", "size": 256},
                 "names": [{"C": "RU", "O": "corp"}]}
                """);
        assertThat(run(initca(false))).isEqualTo(GoalResult.success());
        lines.all().clear();
    }

    private Order initca(boolean replace) {
        return order("initca", List.of("ca-csr.json"), "", Optional.empty(), replace);
    }

    private Order gencert(String request, String profile) {
        return order("gencert", List.of(request), profile, Optional.of("ca-config.json"), false);
    }

    private Order order(
            String command, List<String> requests, String profile, Optional<String> config, boolean replace) {
        return new Order(
                Optional.of(command),
                false,
                Optional.empty(),
                Optional.empty(),
                config.map(directory::resolve),
                requests.stream().map(directory::resolve).toList(),
                Optional.of(profile).filter(name -> !name.isEmpty()),
                List.of(),
                Optional.empty(),
                replace,
                directory);
    }

    private GoalResult run(Order order) {
        return command(order, Language.EN, Passphrases.NONE).run();
    }

    private CfsslCommand command(Order order, Language language, Passphrases passphrases) {
        return new CfsslCommand(
                order, lines.speech(directory), language, passphrases, Clock.systemUTC(), new SecureRandom());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
