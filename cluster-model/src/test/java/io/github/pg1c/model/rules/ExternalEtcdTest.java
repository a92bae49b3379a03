package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.testing.AnAuthority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An etcd cluster that others operate. */
class ExternalEtcdTest {

    @Test
    void takesThePlaceOfTheNodesWithTheRole() {
        Cluster cluster = read(ExternalEtcdCases.good());

        assertThat(cluster.etcd().external().endpoints())
                .hasToString("[https://10.0.0.5:2379, https://etcd2.corp.example:2379, https://[fd00::7]:2379]");
        assertThat(problems(ExternalEtcdCases.good())).isEmpty();
    }

    @Test
    void certificateAloneOrUserAloneIsEnough() {
        String good = ExternalEtcdCases.good();

        assertThat(problems(good.replace(", user: zup}", "}"))).isEmpty();
        assertThat(problems(good.replace(", user: zup}", ", user: zup, clientCertificate: false}")))
                .isEmpty();
    }

    @Test
    void everyMistakeIsReportedAtOnce() {
        String bad = ExternalEtcdCases.good()
                .replace(", user: zup}", ", clientCertificate: false}, quota: 4GB, clientPort: 2380")
                .replace("[fd00::7]", "10.0.0.5")
                .replace("roles: [postgresql, haproxy]}\n  - {name: pg2", "roles: [postgresql, etcd]}\n  - {name: pg2");

        assertThat(problems(bad))
                .contains(
                        "PG1C-911 nodes[0].roles",
                        "PG1C-913 etcd.external.user",
                        "PG1C-914 etcd.clientPort",
                        "PG1C-914 etcd.quota",
                        "PG1C-915 etcd.external.endpoints[2]");
    }

    @Test
    void severalAuthoritiesMayBeGivenAndTheBadOneIsNamed() {
        String one = AnAuthority.quoted().replace("\"", "");
        String two = ExternalEtcdCases.good().replace(one, one + "\\n" + one);

        assertThat(problems(two)).isEmpty();
        assertThat(SpecificationReader.read(two.replaceFirst("MIIBiDCC", "MIIBiDCD"), "external.yaml")
                        .problems())
                .extracting(problem -> problem.message().en())
                .containsExactly("1. it cannot be read");
    }

    /** Its members are on other hosts, so its leader is not lost with a database's host. */
    @Test
    void theWorstCaseHasNoElectionOfEtcd() {
        Cluster cluster = read(ExternalEtcdCases.good());
        Timing timing = Timing.within(cluster).orElseThrow();

        assertThat(timing.formula(cluster).en()).contains(" + 0 s + ");
        assertThat(timing.worstCase(cluster)).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    private static Cluster read(String text) {
        return SpecificationReader.read(text, "external.yaml").cluster().orElseThrow();
    }

    private static List<String> problems(String text) {
        return SpecificationReader.read(text, "external.yaml").problems().stream()
                .map(ExternalEtcdTest::told)
                .toList();
    }

    private static String told(Problem problem) {
        return problem.code() + " " + problem.path();
    }
}
