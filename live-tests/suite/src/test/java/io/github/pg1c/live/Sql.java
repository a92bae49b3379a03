package io.github.pg1c.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement that the superuser runs on one member, past all entrances. */
public final class Sql {

    private Sql() {}

    /** Runs the statement and returns the first column of its first row as text. */
    public static String run(LiveCluster live, String member, String statement) throws SQLException {
        int port = live.cluster().postgresql().port();
        try (Connection connection = live.superuser().connect(live.address(member), port);
                Statement running = connection.createStatement();
                ResultSet result = running.executeQuery(statement)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
