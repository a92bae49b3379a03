package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.cluster.AddressProblem;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AddressProblemTest {

    @ParameterizedTest
    @CsvSource({
        "http://0.0.0.0:8008/patroni, WILDCARD",
        "https://[::]:8008/patroni, WILDCARD",
        "https://[0:0:0:0:0:0:0:0]:8008/patroni, WILDCARD",
        "http://*:8008/patroni, WILDCARD",
        "http://:8008/patroni, NO_HOST",
        "http:///patroni, NO_HOST",
        "/patroni, NO_HOST",
        "'', NO_HOST",
        "ftp://node2:8008/patroni, MALFORMED",
        "http://node2:99999/patroni, MALFORMED",
        "http://somebody@node2:8008/patroni, MALFORMED",
        "http://node2:8008/patroni?a=b, MALFORMED",
        "not an address, MISSING",
        "http://node1:8008/patroni, SHARED",
        "http://NODE1:8008/patroni, SHARED",
        "http://node1:8008, SHARED"
    })
    void unusableAddressHasAProblem(String address, AddressProblem.Kind kind) {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start()) {
            patroni.member("node1").publishes("http://node1:8008/patroni");
            patroni.member("node2").publishes(address);

            assertThat(problem(patroni, "node2")).isEqualTo(kind.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8008/patroni, http://localhost:8008/patroni, SHARED",
        "http://127.0.0.1:8008/patroni, http://[::1]:8008/patroni, SHARED",
        "http://[fd00::1]:8008/patroni, http://[fd00:0:0:0:0:0:0:1]:8008/patroni, SHARED",
        "http://node:80/patroni, http://node/patroni, SHARED",
        "http://node:8008/patroni, http://node:8009/patroni, ''",
        "http://node/a/patroni, http://node/b/patroni, ''",
        "http://my_node:8008/patroni, https://node.example:8008/patroni, ''",
        "http://127.0.0.1:8008/patroni, http://127.0.0.2:8008/patroni, ''"
    })
    void addressesOfTheSameServerAreShared(String one, String other, String kind) {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start()) {
            patroni.member("node2").publishes(one);
            patroni.member("node3").publishes(other);

            assertThat(problem(patroni, "node2")).isEqualTo(kind);
            assertThat(problem(patroni, "node3")).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void surveyNamesAMemberWithAnUnusableAddress(PatroniRelease release) {
        String leader;
        for (String address : new String[] {"", "http://0.0.0.0:8008/patroni", "http://:8008/patroni", "of node1"}) {
            try (PatroniSimulator patroni =
                            PatroniSimulator.builder().release(release).start();
                    PatroniClient client = PatroniClient.builder()
                            .endpoint(patroni.member("node1").uri())
                            .build()) {
                leader = patroni.member("node1").uri() + "/patroni";
                if (address.isEmpty()) {
                    patroni.member("node2").publishesNoAddress();
                } else {
                    patroni.member("node2").publishes(address.equals("of node1") ? leader : address);
                }

                Survey survey = client.survey();

                MemberView view = survey.views().stream()
                        .filter(seen -> seen.name().filter("node2"::equals).isPresent())
                        .findFirst()
                        .orElseThrow();
                assertThat(view.status()).as(address).isEmpty();
                assertThat(view.explanation().orElseThrow().en()).contains("publishes");
                assertThat(view.explanation().orElseThrow().ru()).contains("публикует");
                assertThat(survey.doubts("node2")).hasSize(1);
                assertThat(survey.doubts("node3")).isEmpty();
            }
        }
    }

    private static String problem(PatroniSimulator patroni, String member) {
        try (PatroniClient client =
                PatroniClient.builder().endpoint(patroni.member("node1").uri()).build()) {
            ClusterState cluster = client.cluster();
            Member listed = cluster.member(member).orElseThrow();
            return cluster.addressProblem(listed)
                    .map(problem -> problem.kind().name())
                    .orElse("");
        }
    }
}
