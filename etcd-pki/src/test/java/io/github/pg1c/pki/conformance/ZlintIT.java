package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.cfssl.CertificateOrder;
import io.github.pg1c.pki.cfssl.Cfssl;
import io.github.pg1c.pki.cfssl.CfsslOutput;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * zlint's reading of RFC 5280, 5480, 6818, 8410, 8813 and the community's rules; those for certificates of the public
 * web do not apply.
 */
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
            assertThat(findings(file)).as(file).isEmpty();
        }
    }

    /**
     * So that it is known that something would be found: the certificate that cfssl makes of every tutorial's profile.
     */
    @Test
    void findsTheUsageThatTheStrictModeLeavesOut() throws IOException {
        Cfssl compatible = Cfssl.compatible(Clock.systemUTC(), new SecureRandom());
        CfsslOutput leaf = compatible
                .initcaAndGencert(
                        new JsonSource("ca", "{\"CN\": \"ca\"}"),
                        JsonSource.DEFAULT_CONFIG,
                        List.of(CertificateOrder.of(new JsonSource("csr", "{\"CN\": \"m\", \"hosts\": [\"m\"]}"), "")))
                .get(1);
        Files.writeString(directory.resolve("leaf.pem"), leaf.certificate().orElseThrow());

        assertThat(findings("leaf.pem")).contains("e_ecdsa_allowed_ku error");
    }

    private List<String> findings(String file) {
        Program.Result result = Program.of("zlint")
                .run(directory, "-excludeSources", "CABF_BR,CABF_EV,CABF_SMIME_BR,ETSI_ESI,Apple,Mozilla", file);
        assertThat(result.exit()).as(result.all()).isZero();
        assertThat(result.output()).contains("\"result\":\"pass\"");
        return FINDING.matcher(result.output())
                .results()
                .map(it -> it.group(1) + " " + it.group(2))
                .toList();
    }
}
