package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.NodeRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beside a database of another application, what 1C wants of a session holds in its own database alone. */
@ExtendWith(BootedCluster.class)
@Order(5)
@Tag("oldest")
class OtherApplicationIT {

    private static final List<String> OF_SESSIONS =
            List.of("standard_conforming_strings", "escape_string_warning", "row_security", "cpu_operator_cost");

    @Test
    void eachDatabaseHasTheSettingsOfItsApplication(LiveCluster live) throws SQLException {
        assertThat(settings(live, LiveCluster.INFOBASE)).containsExactly("off", "off", "off", "0.001");
        assertThat(settings(live, "site")).containsExactly("on", "on", "on", "0.0025");
    }

    private static List<String> settings(LiveCluster live, String database) throws SQLException {
        String entrance = LiveCluster.address(live.nodes(NodeRole.HAPROXY).get(0));
        List<String> values = new ArrayList<>();
        try (Connection connection = live.owner(database).connect(entrance, live.writePort());
                Statement statement = connection.createStatement()) {
            for (String name : OF_SESSIONS) {
                try (ResultSet result = statement.executeQuery("SHOW " + name)) {
                    result.next();
                    values.add(result.getString(1));
                }
            }
        }
        return values;
    }
}
