package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIT {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void serverStartsWithThePlanAndShowsItsValues(int major) throws Exception {
        // GIVEN a small node
        TuningInput input = TuningInput.builder(MemorySize.parse("2GB"), 2, 50)
                .major(new PgMajor(major))
                .distribution(Distribution.PGDG)
                .build();
        TuningPlan plan = Calculator.plan(input);
        assertThat(plan.budget().fits()).isTrue();
        Map<String, String> parameters = new LinkedHashMap<>();
        plan.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
        // A locale is the operating system's business, and this machine may lack it.
        parameters.put("lc_messages", "C");

        // WHEN the server starts with it
        try (PostgresServer server = PostgresServer.start(major, parameters);
                Connection connection = server.connect()) {

            // THEN every value is in force
            Map<String, String> settings = settings(connection);
            ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
            SoftAssertions softly = new SoftAssertions();
            parameters.forEach((name, value) -> softly.assertThat(
                            catalogue.find(name).orElseThrow().same(value, settings.getOrDefault(name, "absent")))
                    .describedAs(name + " = " + value + ", the server shows " + settings.get(name))
                    .isTrue());
            softly.assertAll();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void hugePagesHoldTheSharedMemoryAndLittleMore(int major) throws Exception {
        // GIVEN a node large enough for huge pages
        TuningInput input = TuningInput.builder(MemorySize.parse("8GB"), 4, 100)
                .major(new PgMajor(major))
                .distribution(Distribution.PGDG)
                .build();
        TuningPlan plan = Calculator.plan(input);
        Map<String, String> parameters = new LinkedHashMap<>();
        plan.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
        parameters.put("lc_messages", "C");

        // WHEN its server says how many pages of 2 MB it needs
        try (PostgresServer server = PostgresServer.start(major, parameters);
                Connection connection = server.connect()) {
            int needed = Integer.parseInt(settings(connection).get("shared_memory_size_in_huge_pages"));

            // THEN the calculated number suffices without waste
            assertThat(plan.kernel().hugePages()).isBetween(needed, needed + needed / 10);
        }
    }

    /** Values in their base units, as a server without a session's own settings has them. */
    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select name, reset_val, setting, source from pg_settings")) {
            while (result.next()) {
                settings.put(result.getString(1), result.getString(result.getString(2) == null ? 3 : 2));
            }
        }
        return settings;
    }
}
