package io.github.pg1c.live.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A contradiction between a history and the rows that the cluster has.
 *
 * @since 0.1
 */
public sealed interface Anomaly {

    /** The anomaly as a sentence. */
    String describe();

    /**
     * A row that was acknowledged and is missing.
     *
     * @param row the row
     * @param acknowledged who acknowledged it, and when
     * @since 0.1
     */
    record Lost(Row row, Outcome.Acknowledged acknowledged) implements Anomaly {

        @Override
        public String describe() {
            return "lost: " + row + ", which " + acknowledged.server() + " acknowledged after "
                    + acknowledged.at().toMillis() + " ms";
        }
    }

    /**
     * A row that is stored more than once.
     *
     * @param row the row
     * @param times how often it is stored
     * @since 0.1
     */
    record Duplicated(Row row, int times) implements Anomaly {

        @Override
        public String describe() {
            return "duplicated: " + row + " is there " + times + " times";
        }
    }

    /**
     * A row that is stored before others, although its client invoked it after they had been acknowledged.
     *
     * @param row the row
     * @param before the rows of the same client that are stored after it, in that order
     * @since 0.1
     */
    record Reordered(Row row, List<Row> before) implements Anomaly {

        public Reordered {
            before = List.copyOf(before);
        }

        @Override
        public String describe() {
            return "reordered: " + row + " is stored before "
                    + before.stream().map(late -> Long.toString(late.id())).collect(Collectors.joining(", "))
                    + ", acknowledged before it was invoked";
        }
    }

    /**
     * A row that is stored, although its write failed.
     *
     * @param row the row
     * @param why what the client was told
     * @since 0.1
     */
    record Resurrected(Row row, String why) implements Anomaly {

        @Override
        public String describe() {
            return "resurrected: " + row + ", which failed: " + why;
        }
    }

    /**
     * A row that is stored, although no client invoked it.
     *
     * @param row the row
     * @since 0.1
     */
    record Invented(Row row) implements Anomaly {

        @Override
        public String describe() {
            return "invented: " + row + ", which nobody invoked";
        }
    }
}
