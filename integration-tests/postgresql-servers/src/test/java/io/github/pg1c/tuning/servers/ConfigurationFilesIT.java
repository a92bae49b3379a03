package io.github.pg1c.tuning.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.text.PostgresConf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server refuses, and what it takes for the same value, is what the calculator says of a file. */
class ConfigurationFilesIT {

    /** Lines with the parameter that a server is asked for. */
    private static final List<List<String>> LINES = List.of(
            List.of("work_mem 5MB", "work_mem"),
            List.of("work_mem = ' 5 MB '", "work_mem"),
            List.of("work_mem = 5 MB", "work_mem"),
            List.of("work_mem = 5MB;", "work_mem"),
            List.of("work_mem = 5mb", "work_mem"),
            List.of("work_mem = 1.5MB", "work_mem"),
            List.of("work_mem = '1.5MB'", "work_mem"),
            List.of("work_mem = 0x1000", "work_mem"),
            List.of("work_mem = 010000", "work_mem"),
            List.of("work_mem = 5000.4", "work_mem"),
            List.of("work_mem = 5e3", "work_mem"),
            List.of("work_mem = '5e3'", "work_mem"),
            List.of("work_mem = banana", "work_mem"),
            List.of("work_mem = 'abc", "work_mem"),
            List.of("work_mem =", "work_mem"),
            List.of("ALTER SYSTEMS SET work_mem = '5MB'", "work_mem"),
            List.of("this is no configuration", "work_mem"),
            List.of("include 'nothere.conf'", "work_mem"),
            List.of("include = ''", "work_mem"),
            List.of("include_dir 'nothere.d'", "work_mem"),
            List.of("include_if_exists 'nothere.conf'", "work_mem"),
            List.of("fsync = of", "fsync"),
            List.of("fsync = o", "fsync"),
            List.of("fsync = ' on'", "fsync"),
            List.of("fsync = TRU", "fsync"),
            List.of("wal_level = ' replica'", "wal_level"),
            List.of("wal_level = REPLICA", "wal_level"),
            List.of("archive_mode = tru", "archive_mode"),
            List.of("archive_mode = Yes", "archive_mode"),
            List.of("synchronous_commit = 0", "synchronous_commit"),
            List.of("constraint_exclusion = no", "constraint_exclusion"),
            List.of("shared_buffers = 16389kB", "shared_buffers"),
            List.of("max_connections = '0144.0'", "max_connections"),
            List.of("max_connections = 0144", "max_connections"),
            List.of("random_page_cost = 010", "random_page_cost"),
            List.of("random_page_cost = '0x2'", "random_page_cost"),
            List.of("vacuum_cost_delay = '2000us'", "vacuum_cost_delay"),
            List.of("autovacuum_naptime = '1.5min'", "autovacuum_naptime"),
            List.of("log_directory = 'log/'", "log_directory"),
            List.of("datestyle = 'dmy, iso'", "datestyle"),
            List.of("client_encoding = 'utf-8'", "client_encoding"),
            List.of("lc_messages = 'C.utf8'", "lc_messages"));

    @Test
    void aServerAndTheReaderAgreeOnEachLine() throws Exception {
        List<String> differences = new ArrayList<>();
        for (int major : List.of(14, 18)) {
            try (PostgresServer server = PostgresServer.prepare(major)) {
                for (List<String> line : LINES) {
                    compare(major, server, line.get(0), line.get(1)).ifPresent(differences::add);
                }
            }
        }

        assertThat(differences).isEmpty();
    }

    private static Optional<String> compare(int major, PostgresServer server, String line, String name)
            throws InterruptedException {
        ParameterSpec spec = ParameterCatalogue.of(new PgMajor(major), Distribution.PGDG)
                .find(name)
                .orElseThrow();
        PostgresConf conf = PostgresConf.read("/nowhere/postgresql.conf", line, new NoFiles());
        String value = conf.values().get(name);
        boolean taken = conf.mistakes().isEmpty() && (value == null || spec.inBounds(value));
        String shown = major + ": " + line;
        try {
            String answer = server.read(line + "\n", name);
            if (!taken) {
                return Optional.of(shown + ": the server takes it as " + answer);
            }
            String said = answer.lines().reduce((one, last) -> last).orElse("");
            return value == null || spec.same(value, said)
                    ? Optional.empty()
                    : Optional.of(shown + ": the server reads " + said);
        } catch (IOException e) {
            return taken ? Optional.of(shown + ": the server refuses it: " + e.getMessage()) : Optional.empty();
        }
    }
}
