package io.github.pg1c.tuning.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.text.PlanFormat;
import io.github.pg1c.tuning.text.PostgresConf;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIT {

    /** A locale is the operating system's business, and this machine may lack it. */
    private static final Map<String, String> OF_THIS_MACHINE = Map.of("lc_messages", "C");

    private static TuningPlan plan(int major, Preset preset, String memory, int cpus, int connections, DiskClass disk) {
        return Calculator.plan(TuningInput.builder(MemorySize.parse(memory), cpus, connections)
                .major(new PgMajor(major))
                .distribution(Distribution.PGDG)
                .preset(preset)
                .disk(disk)
                .overrides(OF_THIS_MACHINE)
                .build());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void serverStartsWithEachPlanAndShowsItsValues(int major) throws Exception {
        try (PostgresServer server = PostgresServer.prepare(major)) {
            for (Preset preset : RuleSets.builtIn().presets()) {
                boots(server, plan(major, preset, "2GB", 2, 50, DiskClass.HDD));
                boots(server, plan(major, preset, "8GB", 4, 300, DiskClass.SSD));
                boots(server, plan(major, preset, "12GB", 16, 900, DiskClass.NVME));
            }
        }
    }

    private static void boots(PostgresServer server, TuningPlan plan) throws Exception {
        // WHEN the server starts with the plan's file
        String conf = PlanFormat.POSTGRESQL_CONF.text(plan, Language.RU);
        server.restart(conf);
        try (Connection connection = server.connect()) {

            // THEN every value is in force
            shows(connection, plan);
            // AND the server neither complains of the file nor waits for a restart
            assertThat(server.messages()).doesNotContain("ERROR:", "FATAL:", "WARNING:");
            run(connection, "select pg_reload_conf()");
            assertThat(names(connection, "select name || ': ' || error from pg_file_settings where error is not null"))
                    .isEmpty();
            assertThat(names(connection, "select name from pg_settings where pending_restart"))
                    .isEmpty();
        }
    }

    private static void shows(Connection connection, TuningPlan plan) throws SQLException {
        Map<String, String> settings = settings(connection);
        ParameterCatalogue catalogue =
                ParameterCatalogue.of(plan.input().major(), plan.input().distribution());
        SoftAssertions softly = new SoftAssertions();
        plan.parameters()
                .forEach(parameter -> softly.assertThat(catalogue
                                .find(parameter.name())
                                .orElseThrow()
                                .same(parameter.value(), settings.getOrDefault(parameter.name(), "absent")))
                        .describedAs(parameter.name() + " = " + parameter.value() + ", the server shows "
                                + settings.get(parameter.name()))
                        .isTrue());
        softly.assertAll();
    }

    /** Sizes that this machine does not have: the server reads and checks the file without taking the memory. */
    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void serverAcceptsPlansOfEverySize(int major) throws Exception {
        SplittableRandom random = new SplittableRandom(major);
        try (PostgresServer server = PostgresServer.prepare(major)) {
            for (String memory : List.of("512MB", "1GB", "16GB", "100GB", "768GB", "4TB")) {
                for (int cpus : new int[] {1, 12, 128}) {
                    for (int connections : new int[] {5, 250, 6000}) {
                        TuningPlan plan = plan(
                                major,
                                RuleSets.builtIn().presets().get(random.nextInt(3)),
                                memory,
                                cpus,
                                connections,
                                DiskClass.values()[random.nextInt(DiskClass.values().length)]);
                        String name = random.nextBoolean() ? "shared_buffers" : "work_mem";
                        assertThat(catalogued(plan, name)
                                        .same(
                                                plan.value(name).orElseThrow(),
                                                server.read(PlanFormat.POSTGRESQL_CONF.text(plan, Language.EN), name)))
                                .describedAs(name + " of " + plan.input())
                                .isTrue();
                    }
                }
            }
        }
    }

    private static ParameterSpec catalogued(TuningPlan plan, String name) {
        return ParameterCatalogue.of(plan.input().major(), plan.input().distribution())
                .find(name)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void statementsSetTheSameValues(int major) throws Exception {
        // GIVEN values with quotes and backslashes
        TuningInput input = TuningInput.builder(MemorySize.parse("2GB"), 2, 50)
                .major(new PgMajor(major))
                .distribution(Distribution.PGDG)
                .overrides(Map.of(
                        "lc_messages", "C",
                        "log_line_prefix", "%m 'it''s' \\ \"%u\" ",
                        "shared_preload_libraries", "pg_stat_statements, auto_explain"))
                .build();
        TuningPlan plan = Calculator.plan(input);
        try (PostgresServer server = PostgresServer.start(major, Map.of())) {
            try (Connection connection = server.connect()) {
                String sql = PlanFormat.ALTER_SYSTEM.text(plan, Language.RU);
                for (String line : sql.split("\n", -1)) {
                    if (line.startsWith("ALTER")) {
                        run(connection, line);
                    }
                }
            }
            // WHEN the server starts anew with what the statements wrote
            server.restart("");
            try (Connection connection = server.connect()) {
                // THEN it has the plan's values
                shows(connection, plan);
            }
            // AND so it has when they come from the file
            try (Connection connection = server.connect()) {
                run(connection, "alter system reset all");
            }
            server.restart(PlanFormat.POSTGRESQL_CONF.text(plan, Language.RU));
            try (Connection connection = server.connect()) {
                shows(connection, plan);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 16, 18})
    void filesAreReadAsTheServerReadsThem(int major) throws Exception {
        List<String> lines = List.of(
                "work_mem = 64MB # comment",
                "WORK_MEM='65MB'",
                "checkpoint_timeout   15min",
                "jit off",
                "log_line_prefix = 'it''s \\'q\\' \\101\\t%m # no comment'",
                "application_name = ''",
                "unix_socket_permissions = 0x1FF",
                "lc_messages = C",
                "custom.name = some-word:x/y.z",
                "search_path = a.b",
                "work_mem = 64 MB",
                "work_mem = 1.5GB",
                "work_mem = 'open",
                "work_mem == 1",
                "1work = 1",
                "a.b.c = 1",
                "random_page_cost = 1.5e1",
                "vacuum_cost_limit = +300",
                "work_mem =",
                "geqo on on");
        try (PostgresServer server = PostgresServer.start(major, Map.of())) {
            try (Connection connection = server.connect()) {
                for (String line : lines) {
                    server.configure(line);
                    PostgresConf conf = PostgresConf.parse(line);
                    List<String> expected = conf.settings().stream()
                            .map(setting -> setting.name() + "=" + setting.value())
                            .toList();
                    assertThat(names(
                                    connection,
                                    "select name || '=' || setting from pg_file_settings where sourceline = 1"
                                            + " and sourcefile like '%extra.conf' and name is not null"))
                            .describedAs(line)
                            .isEqualTo(expected);
                    assertThat(names(
                                            connection,
                                            "select error from pg_file_settings where error = 'syntax error'"
                                                    + " or error like 'syntax error%'")
                                    .isEmpty())
                            .describedAs(line)
                            .isEqualTo(conf.mistakes().isEmpty());
                }
            }
        }
    }

    /** Numbers in all spellings: the catalogue reads them as the server does. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void numbersAreReadAsTheServerReadsThem(int major) throws Exception {
        ParameterCatalogue catalogue = ParameterCatalogue.of(new PgMajor(major), Distribution.PGDG);
        try (PostgresServer server = PostgresServer.start(major, Map.of());
                Connection connection = server.connect()) {
            for (String[] one : new String[][] {
                {"work_mem", "30.1GB"},
                {"work_mem", "1.5GB"},
                {"work_mem", "0.7MB"},
                {"work_mem", "70000B"},
                {"work_mem", "0x4000"},
                {"work_mem", "0100000"},
                {"work_mem", "1e5"},
                {"work_mem", "65.5kB"},
                {"temp_buffers", "1.5MB"},
                {"lock_timeout", "1.5h"},
                {"lock_timeout", "0.0001min"},
                {"lock_timeout", "1500us"},
                {"vacuum_cost_delay", "0.5"},
                {"vacuum_cost_delay", "500us"},
                {"vacuum_cost_delay", "1.7ms"},
                {"random_page_cost", "0x10"},
            }) {
                ParameterSpec spec = catalogue.find(one[0]).orElseThrow();
                run(connection, "set " + one[0] + " = '" + one[1] + "'");
                String shown = names(connection, "select setting from pg_settings where name = '" + one[0] + "'")
                        .get(0);
                assertThat(spec.number(one[1]))
                        .describedAs(one[0] + " = " + one[1])
                        .hasValue(Double.parseDouble(shown));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void hugePagesHoldTheSharedMemoryAndLittleMore(int major) throws Exception {
        try (PostgresServer server = PostgresServer.prepare(major)) {
            for (Preset preset : RuleSets.builtIn().presets()) {
                for (String memory : List.of("8GB", "64GB", "1TB")) {
                    // GIVEN a node large enough for huge pages
                    TuningPlan plan = plan(major, preset, memory, 16, 800, DiskClass.SSD);

                    // WHEN its server says how many pages of 2 MB it needs
                    int needed = Integer.parseInt(server.read(
                            PlanFormat.POSTGRESQL_CONF.text(plan, Language.EN), "shared_memory_size_in_huge_pages"));

                    // THEN the calculated number suffices without waste
                    assertThat(plan.kernel().hugePages())
                            .describedAs(preset + " " + memory)
                            .isBetween(needed, needed + needed / 10);
                }
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    /** Values in their base units, as a server without a session's own settings has them. */
    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select name, reset_val, setting from pg_settings")) {
            while (result.next()) {
                settings.put(result.getString(1), result.getString(result.getString(2) == null ? 3 : 2));
            }
        }
        return settings;
    }
}
