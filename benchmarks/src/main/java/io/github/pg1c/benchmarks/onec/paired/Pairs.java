package io.github.pg1c.benchmarks.onec.paired;

import io.github.pg1c.benchmarks.onec.Phase;
import io.github.pg1c.benchmarks.onec.Ratios;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Processor time of the same operations on two servers, each pair one right after the other. */
final class Pairs {

    /** What is done on one server. */
    interface Operation {
        void on(MeteredServer server) throws SQLException;
    }

    /** The clients of a phase on both servers. */
    record Clients(
            MeteredServer first,
            MeteredServer second,
            List<Phase.Client> clientsOfFirst,
            List<Phase.Client> clientsOfSecond) {

        /** One for each session. */
        static Clients of(Phase phase, MeteredServer first, MeteredServer second) {
            return new Clients(first, second, clients(phase, first), clients(phase, second));
        }

        private static List<Phase.Client> clients(Phase phase, MeteredServer server) {
            return IntStream.range(0, phase.clients())
                    .mapToObj(i -> phase.client(server.session(i), i))
                    .toList();
        }

        /** Operations by one client after another: few reach clients from the first to the last, many each in turn. */
        Pairs work(int from, int operations) throws SQLException, IOException {
            int all = clientsOfFirst.size();
            Pairs pairs = new Pairs();
            for (int i = 0; i < operations; i++) {
                int operation = from + i;
                int client = operations < all ? i * all / operations : i % all;
                pairs.add(
                        first,
                        second,
                        server -> (server == first ? clientsOfFirst : clientsOfSecond)
                                .get(client)
                                .operate(operation));
            }
            return pairs;
        }
    }

    private record Pair(double first, double second) {}

    private final List<Pair> pairs = new ArrayList<>();

    /** Every other pair begins with the second server. */
    void add(MeteredServer first, MeteredServer second, Operation operation) throws SQLException, IOException {
        if (pairs.size() % 2 == 0) {
            double one = millis(first, operation);
            pairs.add(new Pair(one, millis(second, operation)));
        } else {
            double other = millis(second, operation);
            pairs.add(new Pair(millis(first, operation), other));
        }
    }

    private static double millis(MeteredServer server, Operation operation) throws SQLException, IOException {
        double start = server.cpuMillis();
        operation.on(server);
        return server.cpuMillis() - start;
    }

    /** Number of pairs, the second to the first: the median of the pairs with its spread, and the sums. */
    String cells() {
        double sums = pairs.stream().mapToDouble(Pair::second).sum()
                / pairs.stream().mapToDouble(Pair::first).sum();
        return pairs.size() + " | "
                + Ratios.of(pairs.stream().mapToDouble(pair -> pair.second() / pair.first()))
                        .inner()
                + " | " + String.format(Locale.ROOT, "%.3f", sums);
    }
}
