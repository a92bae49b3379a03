package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GnuTLS, whose rules are closest to Go's. */
@NeedsPrograms("certtool")
class GnuTlsIT {
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

    @TempDir
    Path directory;

    static List<Specimen> specimens() {
        return Specimen.all();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void verifiesUsagesAndNames(Specimen specimen) throws IOException {
        specimen.write(directory);

        assertThat(verify("member.pem", "--verify-purpose", SERVER, "--verify-hostname", Specimen.HOST))
                .isZero();
        assertThat(verify("member.pem", "--verify-purpose", SERVER, "--verify-hostname", Specimen.ADDRESS))
                .isZero();
        assertThat(verify("member.pem", "--verify-purpose", CLIENT)).isZero();
        assertThat(verify("client.pem", "--verify-purpose", CLIENT)).isZero();
        assertThat(verify("client.pem", "--verify-purpose", SERVER)).isNotZero();
        assertThat(verify("member.pem", "--verify-purpose", SERVER, "--verify-hostname", "node2.example.com"))
                .isNotZero();
    }

    private int verify(String file, String... arguments) {
        // "medium" is 2048 bits of RSA.
        List<String> command = new ArrayList<>(
                List.of("--verify", "--load-ca-certificate", "ca.pem", "--infile", file, "--verify-profile", "medium"));
        command.addAll(List.of(arguments));
        return Program.of("certtool")
                .run(directory, command.toArray(String[]::new))
                .exit();
    }
}
