package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What the search for plans may do, under one of two configurations.
 *
 * @param configuration the server's defaults or {@code balanced}
 * @param settings of the session, as {@code name = value}; none leaves the configuration's own
 */
record PlanSearch(String configuration, List<String> settings) {

    /**
     * All in a table's order; the first is what the others are compared with. A {@code geqo_effort} of 1, 2 and 5 is a pool
     * and generations of 50, 100 and 250 where twelve tables and more are joined.
     */
    static final List<PlanSearch> ALL = all();

    private static List<PlanSearch> all() {
        List<PlanSearch> all = new ArrayList<>();
        all.add(new PlanSearch(Configurations.DEFAULTS, List.of()));
        all.add(balanced(8, 8, 250, 250, "on"));
        all.add(balanced(20, 20, 250, 250, "on"));
        all.add(balanced(20, 20, 100, 100, "on"));
        all.add(balanced(20, 8, 100, 100, "on"));
        all.add(balanced(8, 8, 250, 250, "off"));
        all.add(balanced(20, 20, 250, 250, "off"));
        all.add(balanced(20, 20, 100, 100, "off"));
        all.add(balanced(20, 20, 70, 70, "off"));
        all.add(balanced(20, 20, 50, 90, "off"));
        all.add(balanced(20, 20, 50, 50, "off"));
        all.add(balanced(20, 8, 100, 100, "off"));
        all.add(balanced(18, 18, 100, 100, "off"));
        all.add(balanced(16, 16, 100, 100, "off"));
        return List.copyOf(all);
    }

    private static PlanSearch balanced(int joins, int relations, int pool, int generations, String memoize) {
        return new PlanSearch(
                Configurations.BALANCED,
                List.of(
                        "join_collapse_limit = " + joins,
                        "from_collapse_limit = " + relations,
                        "geqo_pool_size = " + pool,
                        "geqo_generations = " + generations,
                        "enable_memoize = " + memoize));
    }

    /** Whether it is the server's defaults. */
    boolean plain() {
        return configuration.equals(Configurations.DEFAULTS);
    }

    void begin(Session session) throws SQLException {
        for (String setting : settings) {
            session.execute("set " + setting);
        }
    }

    void end(Session session) throws SQLException {
        for (String setting : settings) {
            session.execute("reset " + setting.substring(0, setting.indexOf(' ')));
        }
    }

    /** The cells of a table's row. */
    String cells() {
        StringJoiner cells = new StringJoiner(" | ");
        cells.add(configuration);
        for (int i = 0; i < 5; i++) {
            cells.add(i < settings.size() ? settings.get(i).replaceFirst(".*= ", "") : "–");
        }
        return cells.toString();
    }
}
