package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good the plans of queries of many joins are by the planner's own measure, under limits and efforts of its search:
 * the genetic search is random, so one run of a query shows neither its best nor its worst plan.
 */
final class PlanCosts {
    static final String HEAD = """
            # Plans of many joins

            Made by `run.sh plans`: the cost that the planner names for its plan, next to the first row with the seed 0; median (spread) over queries and seeds.

            | data | queries | join_collapse_limit | from_collapse_limit | geqo_effort | cost |
            |---|---|---|---|---|---|
            """;

    private static final List<String> SEEDS = List.of("0", "0.2", "0.4", "0.7", "0.9");

    /** What the search may do. */
    private record Search(int joins, int relations, int effort) {}

    private static final List<Search> SEARCHES = List.of(
            new Search(20, 20, 5),
            new Search(20, 20, 2),
            new Search(20, 20, 1),
            new Search(20, 8, 2),
            new Search(8, 8, 5));

    private PlanCosts() {}

    static String of(TestServer server, Regime regime) throws SQLException {
        RestrictedQueryPhase restricted = new RestrictedQueryPhase(regime.infobase(), 1, 8);
        SelectionQueryPhase selection = new SelectionQueryPhase(regime.infobase(), 1, 3);
        try (Session session = Session.open(server)) {
            List<String> lists = new ArrayList<>();
            for (int operation = 0; operation < restricted.operations(); operation++) {
                lists.add(restricted.query(operation));
            }
            List<String> joins = new ArrayList<>();
            for (int operation = 0; operation < selection.operations(); operation++) {
                joins.add(selection.query(operation));
            }
            selection.select(session, 0);
            return rows(session, regime, restricted.name(), lists) + rows(session, regime, selection.name(), joins);
        }
    }

    private static String rows(Session session, Regime regime, String name, List<String> queries) throws SQLException {
        StringBuilder rows = new StringBuilder();
        List<Double> first = costs(session, SEARCHES.get(0), queries);
        for (Search search : SEARCHES) {
            List<Double> costs = costs(session, search, queries);
            Ratios ratios = Ratios.of(
                    IntStream.range(0, costs.size()).mapToDouble(i -> costs.get(i) / first.get(i % queries.size())));
            rows.append("| ")
                    .append(String.join(
                            " | ",
                            regime.id(),
                            name,
                            Integer.toString(search.joins()),
                            Integer.toString(search.relations()),
                            Integer.toString(search.effort()),
                            ratios.text()))
                    .append(" |\n");
        }
        return rows.toString();
    }

    /** Of every query with the first seed, then with the second, and so on. */
    private static List<Double> costs(Session session, Search search, List<String> queries) throws SQLException {
        session.execute("set join_collapse_limit = " + search.joins());
        session.execute("set from_collapse_limit = " + search.relations());
        session.execute("set geqo_effort = " + search.effort());
        List<Double> costs = new ArrayList<>();
        for (String seed : SEEDS) {
            session.execute("set geqo_seed = " + seed);
            for (String query : queries) {
                costs.add(session.cost(query));
            }
        }
        return costs;
    }
}
