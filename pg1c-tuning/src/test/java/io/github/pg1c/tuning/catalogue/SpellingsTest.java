package io.github.pg1c.tuning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings of one value; {@code ConfigurationFilesIT} asks real servers. */
class SpellingsTest {

    private static final ParameterCatalogue CATALOGUE =
            ParameterCatalogue.of(PgMajor.NEWEST_SUPPORTED, Distribution.PGDG);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "lc_messages, en_US.utf8, en_US.UTF-8",
                "lc_messages, ru_RU.UTF8, ru_RU.utf-8",
                "lc_time, ru_RU.iso88595, ru_RU.ISO-8859-5",
                "lc_time, ru_RU.88595, ru_RU.ISO8859-5",
                "lc_monetary, de_DE.utf8@euro, de_DE.UTF-8@euro",
                "lc_numeric, C, POSIX",
                "timezone, europe/moscow, Europe/Moscow",
                "log_timezone, utc, UTC",
                "client_encoding, utf-8, UTF8",
                "datestyle, `dmy, iso`, `ISO, DMY`",
                "log_destination, `csvlog , STDERR`, `stderr,csvlog`",
                "log_directory, log/, log",
                "log_directory, ./log//x, log/x",
                "default_text_search_config, pg_catalog.russian, russian",
                "shared_preload_libraries, `\"auto_explain\" , pg_prewarm`, `auto_explain,pg_prewarm`",
                "fsync, TRU, on",
                "fsync, 0, of",
                "synchronous_commit, YES, on",
                "wal_level, REPLICA, replica",
                "wal_compression, 1, pglz",
                "shared_buffers, 16385kB, 16384kB",
                "shared_buffers, ` 128 MB `, 16384",
                "work_mem, 0x1000, 4MB",
                "work_mem, 010000, 4MB",
                "max_connections, 1e2, 100",
                "max_connections, 0144.0, 144",
                "random_page_cost, 010, 10",
                "random_page_cost, 1.10, 1.1",
                "vacuum_cost_delay, 2000us, 2ms",
                "autovacuum_naptime, 1.5min, 90s",
            })
    void areTheSame(String name, String one, String other) {
        ParameterSpec spec = CATALOGUE.find(name).orElseThrow();

        assertThat(spec.inBounds(one)).isTrue();
        assertThat(spec.inBounds(other)).isTrue();
        assertThat(spec.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "lc_messages, en_US.utf8, ru_RU.utf8",
                "lc_messages, en_US.utf8, en_US",
                "lc_messages, en_US.utf8, en_US.koi8r",
                "lc_messages, c, C",
                "log_line_prefix, %M, %m",
                "log_directory, log, log2",
                "log_filename, a/, a",
                "application_name, On, on",
                "shared_preload_libraries, `a,b`, `b,a`",
                "default_text_search_config, russian, english",
                "max_connections, 0144, 144",
            })
    void areNotTheSame(String name, String one, String other) {
        assertThat(CATALOGUE.find(name).orElseThrow().same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "fsync, ` on`",
                "fsync, o",
                "wal_level, ` replica`",
                "archive_mode, tru",
                "synchronous_commit, n",
                "work_mem, 5mb",
                "work_mem, 0x",
                "random_page_cost, nan",
            })
    void areRefused(String name, String value) {
        assertThat(CATALOGUE.find(name).orElseThrow().inBounds(value)).isFalse();
    }
}
