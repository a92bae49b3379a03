package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What planning costs and what it buys: every query under every {@link PlanSearch} one after another, on two servers
 * that run at once, so that a machine that slows down slows all of them. One client; processor time is that of all
 * processes of a server.
 */
final class PlanningSweep {
    static final String HEAD = """
            # Planning

            Made by `run.sh planning %d`: processor time of planning alone and of the whole operation, and the cost that the planner names, next to
            the server's defaults in the same moment; median (tenth to ninetieth percentile) over %d seeds of the genetic search of each operation, the whole operation also as the
            ratio of the sums.

            | operations | configuration | join_collapse_limit | from_collapse_limit | geqo_pool_size | geqo_generations | enable_memoize | planning | whole | whole, sums | cost |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    /** One query under one search: milliseconds of processor time to plan it, and to plan and run it. */
    private record Sample(double planning, double whole, double cost) {}

    /** A server and the group that counts its processor time. */
    record Side(TestServer server, ControlGroup group) {}

    private final Side plain;
    private final Side balanced;
    private final int seeds;

    /** Of a server with its defaults and of one under {@code balanced}. */
    PlanningSweep(Side plain, Side balanced, int seeds) {
        this.plain = plain;
        this.balanced = balanced;
        this.seeds = seeds;
    }

    static List<QueryPhase> phases(Infobase infobase) {
        return List.of(
                new RestrictedQueryPhase(infobase, 1, 2),
                new RestrictedQueryPhase(infobase, 1, 2, RestrictedQueryPhase.Viewer.CLERK),
                new SelectionQueryPhase(infobase, 1, 2),
                new SelectionQueryPhase(infobase, 1, 2, SelectionQueryPhase.Shape.CONDITION),
                new SelectionQueryPhase(infobase, 1, 2, SelectionQueryPhase.Shape.JOINED_TO_MORE));
    }

    /** The rows of one phase. */
    String rows(QueryPhase phase) throws SQLException, IOException {
        List<PlanSearch> searches = PlanSearch.ALL;
        List<List<Sample>> samples = new ArrayList<>();
        searches.forEach(search -> samples.add(new ArrayList<>()));
        try (Session plainSession = Session.open(plain.server());
                Session balancedSession = Session.open(balanced.server())) {
            int turn = 0;
            for (int seed = 0; seed < seeds; seed++) {
                for (int operation = 0; operation < phase.operations(); operation++) {
                    phase.before(plainSession, operation);
                    phase.before(balancedSession, operation);
                    // Each time another one begins.
                    for (int i = 0; i < searches.size(); i++) {
                        int which = (i + turn) % searches.size();
                        PlanSearch search = searches.get(which);
                        Session session = search.plain() ? plainSession : balancedSession;
                        ControlGroup group = (search.plain() ? plain : balanced).group();
                        search.begin(session);
                        session.execute("set geqo_seed = " + (double) seed / seeds);
                        samples.get(which).add(sample(phase, session, group, operation));
                        search.end(session);
                    }
                    turn++;
                    phase.after(plainSession);
                    phase.after(balancedSession);
                }
            }
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            rows.append(row(phase.name(), searches.get(i), samples.get(i), samples.get(0)));
        }
        return rows.toString();
    }

    private static Sample sample(QueryPhase phase, Session session, ControlGroup group, int operation)
            throws SQLException, IOException {
        String query = phase.query(operation);
        long start = group.cpuNanos();
        double cost = session.cost(query);
        long planned = group.cpuNanos();
        session.fetch(query);
        return new Sample((planned - start) / 1e6, (group.cpuNanos() - planned) / 1e6, cost);
    }

    private static String row(String phase, PlanSearch search, List<Sample> samples, List<Sample> first) {
        double sums = samples.stream().mapToDouble(Sample::whole).sum()
                / first.stream().mapToDouble(Sample::whole).sum();
        return "| " + phase + " | " + search.cells() + " | "
                + ratios(samples, first, Sample::planning) + " | " + ratios(samples, first, Sample::whole) + " | "
                + String.format(Locale.ROOT, "%.3f", sums) + " | " + ratios(samples, first, Sample::cost) + " |\n";
    }

    private static String ratios(List<Sample> samples, List<Sample> first, ToDoubleFunction<Sample> figure) {
        return Ratios.of(IntStream.range(0, samples.size())
                        .mapToDouble(i -> figure.applyAsDouble(samples.get(i)) / figure.applyAsDouble(first.get(i))))
                .inner();
    }
}
