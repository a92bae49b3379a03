package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.yaml.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of one member is taken over, and of no other. */
class TakeoverInstallationTest {

    private static final Specification TAKEOVER = ThreeNodes.with("takeover: {node: pg1}\n");

    @TempDir
    private Path directory;

    @BeforeEach
    void root() throws IOException {
        Object uid = Files.getAttribute(directory, "unix:uid");
        assumeTrue(uid.equals(0), "giving files to other users needs root");
    }

    @Test
    void onlyTheDataOfTheNamedMemberMayBeThere() throws IOException {
        WrittenBundle report = WrittenBundle.of(TAKEOVER, directory);

        NodeRoot taken = withDatabase("pg1");
        assertThat(taken.install(report, "pg1").status()).isZero();
        assertThat(taken.file("/var/lib/postgresql/17/main/PG_VERSION")).hasContent("17\n");

        NodeRoot.Run refused = withDatabase("pg2").install(report, "pg2");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("a database that this cluster did not make", "'takeover'");
    }

    /** Its service goes on until the takeover itself, and its port is in use. */
    @Test
    void theInstallerLeavesTheServiceOfTheNamedMemberAlone() throws IOException {
        Path bundle = WrittenBundle.of(TAKEOVER, directory).bundle();

        for (String script : new String[] {"install.sh", "prepare.sh"}) {
            assertThat(Files.readString(bundle.resolve("nodes/pg2/" + script))).contains("postgresql.service");
            assertThat(Files.readString(bundle.resolve("nodes/pg1/" + script))).doesNotContain("postgresql.service");
        }
        assertThat(Files.readString(bundle.resolve("nodes/pg2/install.sh")))
                .containsPattern("units='.*patroni.service");
        assertThat(Files.readString(bundle.resolve("nodes/pg1/install.sh")))
                .as("a boot before the takeover starts the former service alone")
                .doesNotContainPattern("(?m)^units='.*patroni.service");
        assertThat(Files.readString(bundle.resolve("nodes/pg2/install.sh"))).contains(" 5432 postgresql\n");
        assertThat(Files.readString(bundle.resolve("nodes/pg1/install.sh"))).doesNotContain(" 5432 postgresql\n");
    }

    private NodeRoot withDatabase(String name) throws IOException {
        Cluster cluster = ThreeNodes.cluster(TAKEOVER);
        Node node = cluster.nodes().stream()
                .filter(candidate -> candidate.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
        NodeRoot root = NodeRoot.of(directory.resolve("root-" + name), cluster, node);
        root.directory("/var/lib/postgresql/17", "postgres");
        root.write("/var/lib/postgresql/17/main/PG_VERSION", "17\n");
        return root;
    }
}
