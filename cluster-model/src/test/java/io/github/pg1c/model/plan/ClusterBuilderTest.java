package io.github.pg1c.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Access;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Etcd;
import io.github.pg1c.model.Haproxy;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.Networks;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.Patroni;
import io.github.pg1c.model.Pgbouncer;
import io.github.pg1c.model.PlatformChoice;
import io.github.pg1c.model.Pooling;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.Tls;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.Workload;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.program.ProgramOrigin;
import io.github.pg1c.model.program.ProgramSource;
import io.github.pg1c.model.program.Programs;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.yaml.Systems;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.DiskClass;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterBuilderTest {

    @Test
    void describesTheSameClusterAsYaml() {
        Resources small =
                Resources.unspecified().withMemory(MemorySize.ofGigabytes(1)).withCpus(1);
        Cluster built = ClusterBuilder.of("postgres")
                .language(Language.EN)
                .platform(PlatformChoice.of(Platform.ALMALINUX_9).withContainer(true))
                .postgresql(Systems.LXC.cluster().postgresql().withPort(5432))
                .connections(100)
                .objectives(MemorySize.ofMegabytes(1), Duration.ofSeconds(60))
                .resources(Resources.of("8GB", 2, DiskClass.SSD))
                .node("pg102", "192.168.50.21", NodeRole.POSTGRESQL)
                .node("pg103", "192.168.50.22", NodeRole.POSTGRESQL)
                .node("pg104", "192.168.50.23", NodeRole.POSTGRESQL)
                .node(Node.of("etcd1", "192.168.50.51", NodeRole.ETCD).withResources(small))
                .node(Node.of("etcd2", "192.168.50.52", NodeRole.ETCD).withResources(small))
                .node(Node.of("etcd3", "192.168.50.53", NodeRole.ETCD).withResources(small))
                .node(Node.of("haproxy1", "192.168.50.11", NodeRole.HAPROXY).withResources(small))
                .node(Node.of("haproxy2", "192.168.50.12", NodeRole.HAPROXY).withResources(small))
                .clients("192.168.50.0/24")
                .administrators("192.168.50.0/28")
                .access(Access.defaults()
                        .withAddresses(List.of(IpAddress.parse("192.168.50.10")))
                        .withWritePort(5432)
                        .withReadPort(5433)
                        .withPooling(Pooling.OFF))
                .etcd(Etcd.defaults().withVersion(ComponentVersion.parse("3.5")).withBinary("/usr/local/bin/etcd"))
                .patroni(Patroni.defaults()
                        .withVersion(ComponentVersion.parse("3.3"))
                        .withBinary("/usr/local/bin/patroni"))
                .programs(
                        Programs.defaults().withPatroni(ProgramSource.defaults().withFrom(ProgramOrigin.PYTHON)))
                .role("app")
                .database(Database.of("app", "app").withApplication(Database.Application.OTHER))
                .build();

        assertThat(built).isEqualTo(Systems.LXC.cluster()).hasSameHashCodeAs(Systems.LXC.cluster());
    }

    @Test
    void fillsInTheDefaultsOfTheKeys() {
        Cluster cluster = small().build();

        assertThat(cluster.objectives())
                .isEqualTo(new Objectives(MemorySize.ZERO, Duration.ofSeconds(60), WithoutStandby.CONTINUE));
        assertThat(cluster.postgresql().port()).isEqualTo(5432);
        assertThat(cluster.etcd().heartbeat()).isEqualTo(Duration.ofMillis(200));
        assertThat(cluster.access().pooling()).isEqualTo(Pooling.SESSION);
        assertThat(cluster.namespace()).isEqualTo("service");
        assertThat(cluster.language()).isEqualTo(Language.RU);
    }

    @Test
    void refusesWithEveryProblemAtOnce() {
        ClusterBuilder builder = small().node("n1", "10.0.0.11", NodeRole.ETCD).database("zup", "nobody");

        InvalidClusterException refused = catchThrowableOfType(InvalidClusterException.class, builder::build);

        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly("PG1C-104", "PG1C-108", "PG1C-109", "PG1C-615", "PG1C-813");
        assertThat(refused).hasMessageContaining("nobody");
    }

    @Test
    void refusesLineFeedsThatWouldBecomeLinesOfAFile() {
        Postgresql evil = Systems.ZUP.cluster().postgresql();
        ClusterBuilder builder = small().namespace("a\nb")
                .node(Node.of("n4", "10.0.0.14", NodeRole.HAPROXY)
                        .withZone("a\nb")
                        .withHost("a\nb"))
                .postgresql(evil.withSuperuser("").withParameters(Map.of("log_line_prefix", "%m\nfsync = off")));

        InvalidClusterException refused = catchThrowableOfType(InvalidClusterException.class, builder::build);

        assertThat(refused.problems())
                .filteredOn(problem -> problem.code().equals("PG1C-031"))
                .extracting(Problem::path)
                .containsExactly(
                        "namespace", "postgresql.superuser", "nodes[3].host", "nodes[3].zone", "postgresql.parameters");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatExceptionOfType(InvalidClusterException.class)
                .isThrownBy(() -> ClusterBuilder.of("zup").build())
                .satisfies(e -> assertThat(e.problems())
                        .filteredOn(problem -> problem.code().equals("PG1C-022"))
                        .extracting(Problem::path)
                        .containsExactly("platform", "postgresql", "workload", "networks"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Cluster.class,
                PlatformChoice.class,
                Postgresql.class,
                Workload.class,
                Objectives.class,
                Resources.class,
                Node.class,
                Networks.class,
                Access.class,
                Tls.class,
                Etcd.class,
                Patroni.class,
                Pgbouncer.class,
                Haproxy.class,
                DatabaseRole.class,
                Database.class,
                OwnCertificate.class
            })
    void eachSectionCanBeCopiedWithOtherValues(Class<?> section) throws ReflectiveOperationException {
        Object record = KeyDefaults.standIn(section);
        for (RecordComponent component : List.of(section.getRecordComponents())) {
            String name = component.getName();
            Object value = other(component, component.getAccessor().invoke(record));
            Object copy = section.getMethod(
                            "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1), component.getType())
                    .invoke(record, value);

            for (RecordComponent each : List.of(section.getRecordComponents())) {
                Object expected =
                        each.getName().equals(name) ? value : each.getAccessor().invoke(record);
                assertThat(each.getAccessor().invoke(copy))
                        .as("%s of a copy with another %s", each.getName(), name)
                        .isEqualTo(expected);
            }
        }
    }

    /** Another value of a type that several components of one section have; the same value of the other types. */
    private static @Nullable Object other(RecordComponent component, @Nullable Object value) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return "other-" + component.getName();
        }
        if (type == int.class || type == Integer.class) {
            return 1000 + component.getName().hashCode() % 1000;
        }
        if (type == boolean.class || type == Boolean.class) {
            return !Boolean.TRUE.equals(value);
        }
        if (type == MemorySize.class) {
            return MemorySize.ofMegabytes(12345);
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(12345);
        }
        if (component.getGenericType().getTypeName().contains("Cidr")) {
            return List.of(Cidr.parse("10.9.0.0/16"));
        }
        return value;
    }

    private static ClusterBuilder small() {
        return ClusterBuilder.of("zup")
                .platform(Platform.DEBIAN_13)
                .postgresql(Distribution.POSTGRES_PRO_1C, 17)
                .connections(100)
                .resources(Resources.of("16GB", 6, DiskClass.SSD))
                .node("n1", "10.0.0.11", NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)
                .node("n2", "10.0.0.12", NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)
                .node("n3", "10.0.0.13", NodeRole.ETCD)
                .clients("10.0.10.0/24")
                .administrators("10.0.20.0/28")
                .role("zup");
    }
}
