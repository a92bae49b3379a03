package io.github.pg1c.pki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Python's ssl with VERIFY_X509_STRICT, which is the default since 3.13 and thereby Patroni's: handshakes in memory
 * with both sides verified.
 */
@NeedsPrograms("python3")
class PythonIT {
    private static final String HANDSHAKE = """
            import ssl, sys
            if not hasattr(ssl, 'VERIFY_X509_STRICT'):
                sys.exit('this Python has no VERIFY_X509_STRICT')

            def context(protocol, name):
                made = ssl.SSLContext(protocol)
                made.load_cert_chain(name + '.pem', name + '-key.pem')
                made.load_verify_locations('ca.pem')
                made.verify_flags |= ssl.VERIFY_X509_STRICT
                made.verify_mode = ssl.CERT_REQUIRED
                return made

            server_name, client_name, host, version = sys.argv[1:]
            server = context(ssl.PROTOCOL_TLS_SERVER, server_name)
            client = context(ssl.PROTOCOL_TLS_CLIENT, client_name)
            client.minimum_version = client.maximum_version = getattr(ssl.TLSVersion, version)
            to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
            sides = [client.wrap_bio(to_client, to_server, server_hostname=host),
                     server.wrap_bio(to_server, to_client, server_side=True)]
            waiting = list(sides)
            try:
                for _ in range(20):
                    for side in list(waiting):
                        try:
                            side.do_handshake()
                            waiting.remove(side)
                        except ssl.SSLWantReadError:
                            pass
                    if not waiting:
                        print('agreed on', sides[0].version())
                        sys.exit(0)
                sys.exit('the handshake does not end')
            except ssl.SSLError as refusal:
                print('refused:', refusal)
            """;

    @TempDir
    Path directory;

    static List<Specimen> specimens() {
        return Specimen.all();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void sidesRecogniseEachOther(Specimen specimen) throws IOException {
        specimen.write(directory);

        for (String host : List.of(Specimen.HOST, Specimen.ADDRESS, "localhost")) {
            assertThat(handshake("member", "client", host, "TLSv1_3")).isEqualTo("agreed on TLSv1.3\n");
        }
        assertThat(handshake("member", "member", Specimen.HOST, "TLSv1_2")).isEqualTo("agreed on TLSv1.2\n");
        assertThat(handshake("client", "member", "patroni.example.com", "TLSv1_3"))
                .startsWith("refused:")
                .containsAnyOf(
                        "unsuitable certificate purpose", "unsupported certificate purpose", "Hostname mismatch");
        assertThat(handshake("member", "client", "node2.example.com", "TLSv1_2"))
                .startsWith("refused:")
                .contains("Hostname mismatch");
    }

    private String handshake(String server, String client, String host, String version) {
        Program.Result result =
                Program.of("python3").run(directory, Map.of(), HANDSHAKE, "-", server, client, host, version);
        assertThat(result.exit()).as(result.errors()).isZero();
        return result.output();
    }
}
