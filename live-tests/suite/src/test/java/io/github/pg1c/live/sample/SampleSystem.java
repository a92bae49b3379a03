package io.github.pg1c.live.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.LiveCluster;
import io.github.pg1c.live.lab.DebianRoot;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One system of the samples: hosts with what its vendors brought become a running cluster, have what the specification
 * asks for, and go on when the leader's host is lost. Each test continues the one before.
 */
@Tag("sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SampleSystem {

    private static final Path WORK = Path.of("target/live");
    private static final Duration HEALTHY = Duration.ofMinutes(3);

    private LiveCluster live;
    /** Where {@code pip} finds packages of Python, on this machine. */
    private Path wheels;

    /** The specification for the test hosts. */
    abstract Twin twin();

    /** The shared file system of the hosts. */
    DebianRoot root() {
        return DebianRoot.of(twin().release(), System.getenv(), roots());
    }

    /** Brings to a host what is there before pg1c comes. */
    abstract void wear(Host host);

    /** Makes the cluster of the hosts: by hand, as the runbook says, unless the system wants another way. */
    void make() {
        live.installAndStart();
    }

    @BeforeAll
    void boot() {
        try {
            Twin twin = twin();
            Path specification = Files.createDirectories(roots()).resolve(twin.sample() + ".yaml");
            twin.write(specification);
            wheels = DebianRoot.of(twin.release(), System.getenv(), roots()).wheels(System.getenv(), roots());
            live = LiveCluster.bare(specification, WORK.resolve(twin.sample()), root());
            for (Host host : live.hosts()) {
                wear(host);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void end() {
        if (live != null) {
            live.close();
        }
    }

    @Test
    @Order(1)
    void theHostsBecomeARunningCluster() {
        make();

        live.awaitHealthy(HEALTHY);
    }

    @Test
    @Order(9)
    void theSystemGoesOnWithoutTheHostOfItsLeader() {
        String former = live.leader();
        sql(former, "create table kept (row int)", "insert into kept select generate_series(1, 1000)");
        // What a lag could lose is not the matter here.
        Eventually.holds(HEALTHY, () -> {
            for (String standby : live.standbys()) {
                assertThat(rows(standby)).isEqualTo("1000");
            }
        });

        live.host(former).losePower();

        Eventually.holds(HEALTHY, () -> assertThat(live.leader()).isNotEqualTo(former));
        live.host(former).boot();
        live.awaitHealthy(HEALTHY);
        for (String member : live.members()) {
            assertThat(rows(member)).as(member).isEqualTo("1000");
        }
    }

    private String rows(String member) {
        return sql(member, "select count(*) from kept");
    }

    /** Runs statements of the superuser on a member's host, as a person does who has no way in from elsewhere. */
    final String sql(String member, String... statements) {
        Cluster cluster = live.cluster();
        Layout layout = Layout.of(cluster);
        List<String> command = new ArrayList<>(List.of(
                "runuser",
                "-u",
                layout.postgresUser(),
                "--",
                layout.binDirectory() + "/psql",
                "-h",
                layout.socketDirectory(),
                "-p",
                String.valueOf(cluster.postgresql().port()),
                "-U",
                cluster.postgresql().superuser(),
                "-d",
                "postgres",
                "-XAtq",
                "-v",
                "ON_ERROR_STOP=1"));
        List.of(statements).forEach(statement -> command.addAll(List.of("-c", statement)));
        return live.host(member).run(command.toArray(String[]::new)).orThrow().strip();
    }

    /** What a query answers on every member. */
    final void everywhere(String query, String expected) {
        for (String member : live.members()) {
            assertThat(sql(member, query)).as(member).isEqualTo(expected);
        }
    }

    /** Makes the packages of Python reachable for {@code pip} on a host, as an index of the company. */
    final void offerWheels(Host host) {
        host.shell("mkdir -p /srv/wheels && printf '[global]\\nno-index = true\\nfind-links = /srv/wheels\\n' > "
                        + "/etc/pip.conf")
                .orThrow();
        host.send(wheels, "/srv/wheels").orThrow();
    }

    final LiveCluster live() {
        return live;
    }

    final Path wheels() {
        return wheels;
    }

    /** Makes the cluster by the playbook. */
    final void play(String... variables) {
        assertThat(live.playbook().run(variables).changed()).hasSameSizeAs(live.hosts());
    }

    static Path roots() {
        return WORK.resolve("root").toAbsolutePath();
    }
}
