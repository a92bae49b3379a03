package io.github.pg1c.model.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresqlPackagesTest {

    static Stream<Arguments> rows() {
        return Arrays.stream(Distribution.values())
                .flatMap(build -> Arrays.stream(OsFamily.values()).map(family -> Arguments.of(build, family)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowIsWhole(Distribution build, OsFamily family) {
        PostgresqlPackages row = PostgresqlPackages.of(build, new PgMajor(17), family);

        assertThat(row.home()).startsWith("/");
        assertThat(row.binDirectory()).startsWith("/").contains("17").endsWith("/bin");
        assertThat(row.dataDirectory()).startsWith("/").contains("17");
        assertThat(row.unit()).isNotBlank().doesNotEndWith(".service");
        assertThat(row.origin().en()).isNotEqualTo(row.origin().ru());
        if (row.packages().isEmpty()) {
            assertThat(row.origin().en()).contains("PostgreSQL 17").doesNotEndWith(".");
        } else {
            assertThat(row.packages()).contains(row.serverPackage());
            assertThat(row.origin().en()).endsWith(".");
        }
    }

    @Test
    void theCommunitysPackagesDifferByFamily() {
        PostgresqlPackages debian = PostgresqlPackages.of(Distribution.PGDG, new PgMajor(16), OsFamily.DEBIAN);
        PostgresqlPackages rhel = PostgresqlPackages.of(Distribution.PGDG, new PgMajor(16), OsFamily.RHEL);

        assertThat(debian.packages()).containsExactly("postgresql-16");
        assertThat(debian.binDirectory()).isEqualTo("/usr/lib/postgresql/16/bin");
        assertThat(debian.unit()).isEqualTo("postgresql");
        assertThat(rhel.packages()).containsExactly("postgresql16-server", "postgresql16-contrib");
        assertThat(rhel.binDirectory()).isEqualTo("/usr/pgsql-16/bin");
        assertThat(rhel.unit()).isEqualTo("postgresql-16");
    }

    @Test
    void postgresProIsTheSameOnEveryFamily() {
        assertThat(PostgresqlPackages.of(Distribution.POSTGRES_PRO_1C, new PgMajor(17), OsFamily.DEBIAN))
                .isEqualTo(PostgresqlPackages.of(Distribution.POSTGRES_PRO_1C, new PgMajor(17), OsFamily.RHEL));
    }

    @Test
    void packagesOfEtcdAreNamedOnce() {
        assertThat(OsFamily.DEBIAN.etcdPackages()).containsExactly("etcd-server", "etcd-client");
        assertThat(OsFamily.RHEL.etcdPackages()).containsExactly("etcd");
    }
}
