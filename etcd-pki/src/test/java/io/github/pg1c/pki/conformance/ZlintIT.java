package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** zlint's reading of RFC 5280, 5480, 6818, 8410, 8813 and the community's rules; those for certificates of the public web do not apply. */
@NeedsPrograms("zlint")
class ZlintIT {
    private static final Pattern FINDING = Pattern.compile("\"([a-z0-9_]+)\":\\{\"result\":\"(error|warn|fatal)\"");

    @TempDir
    Path directory;

    static List<Specimen> specimens() {
        return Specimen.all();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void findsNothing(Specimen specimen) throws IOException {
        specimen.write(directory);

        for (String file : List.of("ca.pem", "member.pem", "client.pem")) {
            Program.Result result = Program.of("zlint")
                    .run(directory, "-excludeSources", "CABF_BR,CABF_EV,CABF_SMIME_BR,ETSI_ESI,Apple,Mozilla", file);
            assertThat(result.exit()).as(result.all()).isZero();
            assertThat(result.output()).contains("\"result\":\"pass\"");
            assertThat(FINDING.matcher(result.output()).results().map(it -> it.group(1) + " " + it.group(2)))
                    .as(file)
                    .isEmpty();
        }
    }
}
