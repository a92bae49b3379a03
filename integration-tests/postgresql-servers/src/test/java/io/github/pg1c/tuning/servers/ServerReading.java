package io.github.pg1c.tuning.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What one server says of its parameters: for each name the columns of the catalogue, joined by tabulators. */
record ServerReading(int major, Map<String, String> rows) {

    /** Libraries of the community's sources that have parameters of their own. */
    private static final String LIBRARIES =
            "auth_delay,auto_explain,passwordcheck,pg_prewarm,pg_stat_statements,pg_trgm,plpgsql,postgres_fdw";

    private static final String QUERY = """
            select name, vartype, coalesce(unit, ''),
                   case when vartype in ('integer', 'real') then min_val else '' end,
                   case when vartype in ('integer', 'real') then max_val else '' end,
                   coalesce(array_to_string(enumvals, ','), ''), context,
                   case when context = 'internal' then '' else coalesce(boot_val, '') end
              from pg_settings""";

    static ServerReading of(int major) throws Exception {
        String preload = major >= 15 ? LIBRARIES + ",basic_archive" : LIBRARIES;
        try (PostgresServer server = PostgresServer.start(major, Map.of("shared_preload_libraries", preload));
                Connection connection = server.connect()) {
            return new ServerReading(major, read(connection));
        }
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(QUERY)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 2; column <= 8; column++) {
                    String value = result.getString(column);
                    row.append('\t')
                            .append(value.replace("\\", "\\\\")
                                    .replace("\t", "\\t")
                                    .replace("\n", "\\n"));
                }
                rows.put(result.getString(1), row.substring(1));
            }
        }
        return rows;
    }
}
