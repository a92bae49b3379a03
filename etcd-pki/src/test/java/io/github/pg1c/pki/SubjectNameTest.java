package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNameTest {
    @ParameterizedTest
    @CsvSource({
        "Node1.Example.COM, node1.example.com",
        "имя.рф, xn--h1ai1d.xn--p1ai",
        "*.example.com, *.example.com",
        "10.0.0.11, 10.0.0.11",
        "::1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80::, fe80::",
        "::ffff:10.0.0.1, 10.0.0.1",
    })
    void bringsNamesIntoCanonicalForm(String given, String canonical) {
        assertThat(SubjectName.parse(given).text()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "has space",
                "node1 ",
                "node1\n",
                "node_1",
                "-node",
                "node-",
                "node1.",
                ".node1",
                "a..b",
                "*",
                "*.com",
                "n*.example.com",
                "a.*.b",
                "10.0.0.1/24",
                "10.0.0.256",
                "10.1",
                "010.0.0.1",
                "1",
                "fe80::1%eth0",
                "[::1]",
                "::1/128",
                "1:2:3",
                "::1::",
                "12345::",
                "node1:2380",
                "https://node1",
                "node1\u0000.evil.com",
                "node1,O=evil",
                "user@host"
            })
    void refusesWhatVerifiersReadDifferently(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectName.parse(given))
                .withMessageContaining("is refused");
    }

    @Test
    void refusesLabelsAndNamesThatAreTooLong() {
        String label = "a".repeat(63);
        assertThat(SubjectName.dns(label + ".example").text()).hasSize(71);
        assertThatIllegalArgumentException().isThrownBy(() -> SubjectName.dns(label + "a.example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectName.dns(String.join(".", label, label, label, label)))
                .withMessageContaining("253");
        assertThatIllegalArgumentException()
                .as("before its A-label is worked out")
                .isThrownBy(() -> SubjectName.dns("\u0436".repeat(1_000_000)))
                .withMessageContaining("253");
    }

    @Test
    void addressIsNotAHostNameAndTheReverse() {
        assertThatIllegalArgumentException().isThrownBy(() -> SubjectName.dns("10.0.0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> SubjectName.ip("node1"));
    }

    @Test
    void requestDropsRepeatedNamesAndKeepsTheirOrder() {
        CertificateRequest request =
                CertificateRequest.of(Purpose.ETCD_SERVER, "", "b", "::1", "B", "a", "0:0:0:0:0:0:0:1");

        assertThat(request.names())
                .isEqualTo(List.of(SubjectName.dns("b"), SubjectName.ip("::1"), SubjectName.dns("a")));
    }
}
