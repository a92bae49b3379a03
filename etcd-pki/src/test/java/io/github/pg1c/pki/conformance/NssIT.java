package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NSS, under Firefox and the tools of Red Hat's systems; it has no Ed25519. */
@NeedsPrograms({"certutil", "vfychain"})
class NssIT {
    private static final String CLIENT = "0";
    private static final String SERVER = "1";

    @TempDir
    Path directory;

    static List<Specimen> specimens() {
        return Specimen.allBut("ed25519");
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void verifiesUsages(Specimen specimen) throws IOException {
        specimen.write(directory);
        certutil("-N", "--empty-password");
        certutil("-A", "-n", "ca", "-t", "CT,,", "-a", "-i", "ca.pem");
        certutil("-A", "-n", "member", "-t", ",,", "-a", "-i", "member.pem");
        certutil("-A", "-n", "client", "-t", ",,", "-a", "-i", "client.pem");

        assertThat(certutil("-V", "-n", "member", "-u", "V", "-e")).contains("certificate is valid");
        assertThat(certutil("-V", "-n", "member", "-u", "C", "-e")).contains("certificate is valid");
        assertThat(certutil("-V", "-n", "client", "-u", "C", "-e")).contains("certificate is valid");
        assertThat(certutil("-V", "-n", "client", "-u", "V", "-e")).contains("Certificate type not approved");
        for (String usage : List.of(CLIENT, SERVER)) {
            assertThat(vfychain(usage, "member.pem")).contains("Chain is good!");
        }
        assertThat(vfychain(CLIENT, "client.pem")).contains("Chain is good!");
        assertThat(vfychain(SERVER, "client.pem")).contains("Chain is bad!");
    }

    private String certutil(String operation, String... arguments) {
        return Program.of("certutil")
                .run(
                        directory,
                        Stream.concat(Stream.of(operation, "-d", "sql:" + directory), Stream.of(arguments))
                                .toArray(String[]::new))
                .all();
    }

    private String vfychain(String usage, String file) {
        return Program.of("vfychain")
                .run(directory, "-d", "sql:" + directory, "-pp", "-u", usage, "-a", file)
                .all();
    }
}
