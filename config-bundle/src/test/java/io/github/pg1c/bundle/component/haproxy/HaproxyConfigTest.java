package io.github.pg1c.bundle.component.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HaproxyConfigTest {

    private static String haproxy(String yaml) {
        return RenderedNode.node("lb1", yaml).text(HaproxyPaths.CONFIG);
    }

    @Test
    void asksPatroniForTheRoleAndNeverForItsStatus() {
        assertThat(haproxy(RenderedNode.BASE))
                .contains("GET /primary HTTP/1.0", "OPTIONS /replica HTTP/1.0")
                .doesNotContain("/patroni", "/master", "/health");
    }

    @Test
    void listensWhereTheNodesAre() {
        assertThat(haproxy(RenderedNode.BASE)).contains("    bind :5000\n").doesNotContain("[::]");
        assertThat(haproxy(RenderedNode.BASE.replaceAll("address: 10\\.0\\.0\\.(\\d+)", "address: \"fd00::$1\"")))
                .contains("    bind [::]:5000 v4v6\n", "    bind [::]:5001 v4v6\n", "    bind [::]:8404 v4v6 ssl")
                .doesNotContain("bind :");
    }

    @Test
    void verifiesEveryServerByItsName() {
        List<String> servers = haproxy(RenderedNode.BASE)
                .lines()
                .filter(line -> line.startsWith("    server "))
                .toList();
        assertThat(servers)
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).contains("verify required", "verifyhost pg", "ca-file", "crt"))
                .noneSatisfy(line -> assertThat(line).contains("verify none"));
    }

    @Test
    void theCheckCoversThePoolerThatCarriesTheTraffic() {
        assertThat(haproxy(RenderedNode.BASE))
                .contains("tcp-check connect port 6432\n", "tcp-check expect binary 4e\n", "server pg1 10.0.0.11:6432");
        assertThat(haproxy(RenderedNode.BASE + "access: {pooling: 'off'}\n"))
                .contains("tcp-check connect port 5432\n", "server pg1 10.0.0.11:5432")
                .doesNotContain("6432");
    }

    @Test
    void nobodyWritesWhileTwoServersSeemToLead() {
        assertThat(haproxy(RenderedNode.BASE))
                .contains("""
                    tcp-request inspect-delay 500ms
                    tcp-request content accept if { nbsrv(postgresql_write) le 1 }
                    tcp-request content accept if WAIT_END
                    default_backend postgresql_write
                """.indent(0))
                .contains("""
                    tcp-request inspect-delay 4000ms
                    tcp-request content accept if { nbsrv(postgresql_write) le 1 }
                    tcp-request content reject if WAIT_END
                    option tcp-check
                """.indent(0))
                .contains("\n    max-spread-checks 100ms\n")
                .containsOnlyOnce("inspect-delay 500ms")
                .containsOnlyOnce("inspect-delay 4000ms");
    }

    @Test
    void aWriterIsLedOnlyToAServerThatSaysOfItselfThatItIsThePrimary() {
        String written = haproxy(RenderedNode.BASE)
                .lines()
                .filter(line -> line.contains("expect rstring") && line.contains("role"))
                .collect(Collectors.joining());
        Pattern expected = Pattern.compile(written.substring(written.indexOf('"') + 1, written.lastIndexOf('"'))
                .replace("\\\"", "\""));
        String body = "Content-Type: application/json\r\n\r\n{\"state\": \"running\", \"role\": \"%s\", \"xlog\": {}}";
        assertThat(List.of("primary", "master", "replica", "promoted", "standby_leader", "primary_x"))
                .filteredOn(role -> expected.matcher("HTTP/1.0 200 OK\r\n" + body.formatted(role))
                        .find())
                .containsExactly("primary", "master");
        assertThat(expected.matcher("HTTP/1.0 503 Service Unavailable\r\n" + body.formatted("primary"))
                        .find())
                .isFalse();
    }

    @Test
    void nobodyWaitsWhereThereIsOneServer() {
        assertThat(haproxy(RenderedNode.ALONE)).doesNotContain("inspect-delay", "WAIT_END");
    }

    @Test
    void sessionsEndWithTheirServerAndNotBecauseTheyAreIdle() {
        assertThat(haproxy(RenderedNode.BASE))
                .contains("on-marked-down shutdown-sessions", "option clitcpka", "option srvtcpka", "timeout client 7d")
                .doesNotContain("slowstart");
    }

    @Test
    void onlyTheSpecifiedNetworksComeIn() {
        String text = haproxy(RenderedNode.BASE);
        assertThat(text.lines().filter(line -> line.startsWith("frontend ")).count())
                .isEqualTo(text.lines()
                        .filter(line -> line.contains("tcp-request connection reject unless"))
                        .count());
        assertThat(text)
                .contains("unless { src 10.2.0.0/24 }")
                .contains("stats auth \"admin:${HAPROXY_STATS_PASSWORD}\"");
    }

    @Test
    void withoutAdministratorsThereAreNoStatistics() {
        assertThat(haproxy(RenderedNode.BASE.replace(", administrators: [10.2.0.0/24]", "")))
                .doesNotContain("stats enable", "8404");
    }

    @Test
    void anOldHaproxyGetsNoKeywordItDoesNotKnow() {
        assertThat(haproxy(RenderedNode.BASE + "haproxy: {version: \"2.2\"}\n"))
                .contains("option clitcpka\n")
                .doesNotContain("clitcpka-idle");
    }
}
