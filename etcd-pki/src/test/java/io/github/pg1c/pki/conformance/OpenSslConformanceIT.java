package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenSSL, under PostgreSQL, HAProxy, PgBouncer and Python: {@code -x509_strict} is what Python 3.13 turns on. */
@NeedsPrograms("openssl")
class OpenSslConformanceIT {
    @TempDir
    Path directory;

    static List<Specimen> specimens() {
        return Specimen.all();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void strictVerificationTellsUsagesAndNamesApart(Specimen specimen) throws IOException {
        specimen.write(directory);

        assertThat(verify("-purpose", "sslserver", "-verify_hostname", Specimen.HOST, "member.pem"))
                .isEqualTo("member.pem: OK\n");
        assertThat(verify("-purpose", "sslserver", "-verify_ip", "::1", "member.pem"))
                .isEqualTo("member.pem: OK\n");
        assertThat(verify("-purpose", "sslclient", "member.pem")).isEqualTo("member.pem: OK\n");
        assertThat(verify("-purpose", "sslclient", "client.pem")).isEqualTo("client.pem: OK\n");
        assertThat(verify("-purpose", "sslserver", "client.pem")).contains("error 26");
        assertThat(verify("-verify_hostname", "node2.example.com", "member.pem"))
                .contains("error 62");
        assertThat(verify("-verify_ip", "10.0.0.1", "member.pem")).contains("error 64");
        assertThat(verify("-attime", "4102444800", "member.pem")).contains("error 10");
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void certificatesOfAnotherAuthorityAreRefused(Specimen specimen) throws IOException {
        specimen.write(directory);
        Specimen other = Specimen.all()
                .get((Specimen.all().indexOf(specimen) + 1) % Specimen.all().size());
        Files.writeString(directory.resolve("ca.pem"), other.authority());

        assertThat(verify("member.pem")).contains("error 20");
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void keyFilesAreReadAndBelongToTheirCertificates(Specimen specimen) throws IOException {
        specimen.write(directory);

        for (String name : List.of("member", "client")) {
            assertThat(openssl("pkey", "-in", name + "-key.pem", "-check", "-noout"))
                    .contains("Key is valid");
            assertThat(openssl("pkey", "-in", name + "-key.pem", "-pubout"))
                    .startsWith("-----BEGIN PUBLIC KEY-----")
                    .isEqualTo(openssl("x509", "-in", name + ".pem", "-noout", "-pubkey"));
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void everyFormOfAKeyIsRead(Specimen specimen) throws IOException {
        specimen.write(directory);
        String expected = openssl("x509", "-in", "member.pem", "-noout", "-pubkey");

        for (Map.Entry<String, byte[]> file : specimen.keyFiles().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
            String password = "pass:" + Specimen.PASSPHRASE;
            String read = file.getKey();
            if (file.getKey().endsWith(".p12")) {
                read = "unpacked.pem";
                openssl("pkcs12", "-in", file.getKey(), "-passin", password, "-nocerts", "-noenc", "-out", read);
                assertThat(openssl("pkcs12", "-in", file.getKey(), "-passin", password, "-nokeys"))
                        .contains(specimen.member().strip());
            }
            assertThat(openssl("pkey", "-in", read, "-passin", password, "-pubout"))
                    .as(file.getKey())
                    .isEqualTo(expected);
        }
        assertThat(openssl("pkey", "-in", "encrypted.pem", "-passin", "pass:another", "-pubout"))
                .doesNotContain("PUBLIC KEY");
    }

    private String verify(String... arguments) {
        List<String> command = new ArrayList<>(List.of("verify", "-x509_strict", "-check_ss_sig", "-CAfile", "ca.pem"));
        command.addAll(List.of(arguments));
        return openssl(command.toArray(String[]::new));
    }

    private String openssl(String... arguments) {
        return Program.of("openssl").run(directory, arguments).all();
    }
}
