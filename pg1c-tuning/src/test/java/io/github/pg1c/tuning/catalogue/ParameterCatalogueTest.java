package io.github.pg1c.tuning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterCatalogueTest {

    private static ParameterSpec spec(int major, String name) {
        return ParameterCatalogue.of(new PgMajor(major), Distribution.PGDG)
                .find(name)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "shared_buffers, 8GB, 8192MB, true",
        "shared_buffers, 8GB, 1048576, true",
        "shared_buffers, 8GB, 8191MB, false",
        "checkpoint_timeout, 15min, 900, true",
        "checkpoint_timeout, 15min, 900000ms, true",
        "autovacuum_vacuum_cost_delay, 2ms, 2, true",
        "autovacuum_vacuum_cost_delay, 2ms, 2000us, true",
        "random_page_cost, 1.10, 1.1, true",
        "jit, on, yes, true",
        "jit, on, off, false",
        "synchronous_commit, on, TRUE, true",
        "log_line_prefix, '%m ', '%m', true",
        "statement_timeout, 0, 0ms, true",
    })
    void comparesByMeaning(String name, String one, String other, boolean same) {
        assertThat(spec(17, name).same(one, other)).isEqualTo(same);
    }

    @Test
    void versionsDifferAsTheServersDo() {
        assertThat(spec(17, "autovacuum_max_workers").activation()).isEqualTo(Activation.RESTART);
        assertThat(spec(18, "autovacuum_max_workers").activation()).isEqualTo(Activation.RELOAD);
        assertThat(spec(14, "wal_compression").type()).isEqualTo(ParameterType.BOOL);
        assertThat(spec(15, "wal_compression").values()).contains("pglz", "lz4", "zstd");
        assertThat(spec(17, "effective_io_concurrency").defaultValue()).isEqualTo("1");
        assertThat(spec(18, "effective_io_concurrency").defaultValue()).isEqualTo("16");
        assertThat(spec(18, "transaction_timeout").majors()).containsExactly(new PgMajor(17), new PgMajor(18));
    }

    @Test
    void versionsOutsideGetTheNearestCatalogue() {
        ParameterCatalogue beta = ParameterCatalogue.of(new PgMajor(19), Distribution.PGDG);
        assertThat(beta.major()).isEqualTo(new PgMajor(19));
        assertThat(beta.find("io_method")).isPresent();
        assertThat(ParameterCatalogue.of(new PgMajor(13), Distribution.PGDG).find("io_method"))
                .isEmpty();
    }

    @Test
    void namesAreFoundInAnyCase() {
        assertThat(spec(17, "timezone").name()).isEqualTo("TimeZone");
    }

    @Test
    void saysHowAParameterIsChanged() {
        ParameterCatalogue catalogue = ParameterCatalogue.of(new PgMajor(17), Distribution.PGDG);

        assertThat(catalogue.handling("Max_Connections"))
                .isEqualTo(new ParameterHandling(
                        "max_connections",
                        Optional.of(ParameterContext.POSTMASTER),
                        Activation.RESTART,
                        true,
                        ParameterScope.DCS,
                        ParameterOwner.USER,
                        OptionalInt.of(25)));
        assertThat(catalogue.handling("work_mem"))
                .isEqualTo(new ParameterHandling(
                        "work_mem",
                        Optional.of(ParameterContext.USER),
                        Activation.RELOAD,
                        false,
                        ParameterScope.LOCAL,
                        ParameterOwner.USER,
                        OptionalInt.empty()));
        assertThat(catalogue.handling("hot_standby").owner()).isEqualTo(ParameterOwner.PATRONI);
        assertThat(catalogue.handling("recovery_target_lsn").owner()).isEqualTo(ParameterOwner.PATRONI);
        assertThat(catalogue.handling("ssl_key_file").owner()).isEqualTo(ParameterOwner.SPECIFICATION);
    }

    @Test
    void unknownParameterMayNeedARestart() {
        ParameterHandling unknown =
                ParameterCatalogue.of(new PgMajor(17), Distribution.PANGOLIN).handling("acme.mode");

        assertThat(unknown.context()).isEmpty();
        assertThat(unknown.activation()).isEqualTo(Activation.RESTART);
        assertThat(unknown.scope()).isEqualTo(ParameterScope.LOCAL);
    }

    /** A row of a name that no version has would be a misspelling. */
    @Test
    void parametersWithSpecialHandlingAreInTheCatalogue() {
        assertThat(ManagedParameters.names())
                .allSatisfy(name -> assertThat(inAnyVersion(name)).isNotEmpty());
        assertThat(ListParameters.names())
                .allSatisfy(name -> assertThat(inAnyVersion(name))
                        .anySatisfy(spec -> assertThat(spec.type()).isEqualTo(ParameterType.STRING)));
    }

    @Test
    void standbyLimitsAreNumbersThatNeedARestartInEveryVersion() {
        assertThat(ParameterCatalogue.standbyLimits())
                .hasSize(5)
                .allSatisfy(name -> assertThat(inAnyVersion(name)).hasSize(5).allSatisfy(spec -> {
                    assertThat(spec.type()).isEqualTo(ParameterType.INTEGER);
                    assertThat(spec.context()).isEqualTo(ParameterContext.POSTMASTER);
                }));
    }

    private static List<ParameterSpec> inAnyVersion(String name) {
        return IntStream.rangeClosed(14, 18)
                .mapToObj(PgMajor::new)
                .flatMap(major -> ParameterCatalogue.of(major, Distribution.PGDG).find(name).stream())
                .toList();
    }
}
