package io.github.pg1c.live.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Operations of one or more clients, with the answers that the clients got.
 *
 * @param operations all operations, in the order in which they were invoked; no two of the same row
 * @since 0.1
 */
public record History(List<Operation> operations) {

    public History {
        operations = List.copyOf(operations);
        Set<Row> rows = new HashSet<>();
        for (Operation operation : operations) {
            if (!rows.add(operation.row())) {
                throw new IllegalArgumentException(operation.row() + " is invoked twice");
            }
        }
    }

    /** The names of all clients that invoked something. */
    public Set<String> clients() {
        Set<String> clients = new TreeSet<>();
        operations.forEach(operation -> clients.add(operation.row().client()));
        return clients;
    }

    /** The operations of this client. */
    public History of(String client) {
        return new History(operations.stream()
                .filter(operation -> operation.row().client().equals(client))
                .toList());
    }

    /** All acknowledgements, in the order in which they came. */
    public List<Outcome.Acknowledged> acknowledged() {
        return operations.stream()
                .map(Operation::outcome)
                .filter(Outcome.Acknowledged.class::isInstance)
                .map(Outcome.Acknowledged.class::cast)
                .sorted(Comparator.comparing(Outcome.Acknowledged::at))
                .toList();
    }

    /** The operations that are certainly not committed. */
    public List<Operation> failed() {
        return operations.stream()
                .filter(operation -> operation.outcome() instanceof Outcome.Failed)
                .toList();
    }

    /** The operations that may be committed or not, including those that have not ended. */
    public List<Operation> unknown() {
        return operations.stream().filter(Operation::isUnknown).toList();
    }

    /** The longest time between two consecutive acknowledgements of any clients; zero when there are fewer than two. */
    public Duration longestPause() {
        return pauses(Duration.ZERO).stream()
                .map(Pause::length)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * The times above the limit between two consecutive acknowledgements. Time before the first acknowledgement or
     * after the last one is no pause.
     */
    public List<Pause> pauses(Duration limit) {
        List<Pause> pauses = new ArrayList<>();
        List<Outcome.Acknowledged> all = acknowledged();
        for (int i = 1; i < all.size(); i++) {
            Pause pause = new Pause(all.get(i - 1).at(), all.get(i).at());
            if (pause.length().compareTo(limit) > 0) {
                pauses.add(pause);
            }
        }
        return List.copyOf(pauses);
    }
}
