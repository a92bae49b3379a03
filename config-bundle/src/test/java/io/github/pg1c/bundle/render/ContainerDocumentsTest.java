package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Bundles;
import io.github.pg1c.bundle.component.RenderedNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents of a cluster whose nodes are containers. */
class ContainerDocumentsTest {

    private static final String CONTAINERS =
            RenderedNode.BASE.replace("os: debian-13", "os: debian-13, container: true");

    private static Map<String, String> texts(String specification) {
        return Bundles.texts(Bundle.of(RenderedNode.cluster(specification), "0".repeat(64), "0.1"));
    }

    @Test
    void theClockIsThatOfTheHosts() {
        Map<String, String> texts = texts(CONTAINERS);
        String runbook = texts.get("RUNBOOK.md");

        assertThat(runbook)
                .contains("| hosts of the containers | time servers | `123` |", "\ntimedatectl\n")
                .containsPattern("\\| pg1, .* \\| name servers \\| `53` \\| .* \\| names of repositories \\|");
        assertThat(texts.entrySet())
                .filteredOn(entry -> entry.getValue().contains("chrony"))
                .as("only whoever asks which clock there is knows it")
                .allMatch(entry -> entry.getKey().endsWith("/collect.sh"));
        assertThat(texts(RenderedNode.BASE).get("RUNBOOK.md"))
                .contains("chronyc tracking")
                .containsPattern("\\| pg1, .* \\| time servers \\| `123` \\|")
                .doesNotContain("hosts of the containers", "timedatectl");
    }

    @Test
    void hostsWithoutSettingsHaveNoTable() {
        Map<String, String> none =
                texts(CONTAINERS.replace("memory: 16GB", "memory: 2GB").replace("connections: 100", "connections: 20"));
        Map<String, String> some = texts(CONTAINERS);

        for (String document : List.of("RUNBOOK.md", "report.html")) {
            assertThat(none.get(document))
                    .as(document)
                    .contains("A container has no kernel")
                    .doesNotContain("host of pg1", "add these");
            assertThat(some.get(document)).as(document).contains("host of pg1", "add these", "counted alone");
        }
        assertThat(none.get("RUNBOOK.md")).doesNotContain("| Host | Setting |");
        assertThat(none.get("report.html")).doesNotContain("<th>Host</th>");
        assertThat(some.get("report.html")).contains("<th>Host</th>");
    }

    @Test
    void namedHostsAreNotCountedAlone() {
        String named = CONTAINERS.replaceAll("(address: 10.0.0.1\\d), ", "$1, host: px1, ");

        assertThat(texts(named).get("RUNBOOK.md"))
                .contains("| px1 (pg1, pg2, pg3) | `vm.nr_hugepages` |")
                .doesNotContain("counted alone");
    }

    @Test
    void aConnectionStringIsQuotedWhereverItStands() {
        String odd = RenderedNode.BASE.replace("name: zup, owner: zup,", "name: 'o''x y', owner: zup,");

        assertThat(texts(odd).get("RUNBOOK.md"))
                .contains("port=5000 dbname='o\\'x y' user=zup sslmode=verify-ca sslrootcert=ca.pem`")
                .contains("dbname='\\''o\\'\\''x y'\\'' user=zup sslmode=verify-ca'");
    }
}
