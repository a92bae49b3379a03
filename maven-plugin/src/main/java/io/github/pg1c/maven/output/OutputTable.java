package io.github.pg1c.maven.output;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Map;

/**
 * The answer of a goal, for people and for programs.
 *
 * @param cluster the name of the cluster
 * @param title the title above the table
 * @param columns the headings
 * @param rows the cells of each row, as many as there are headings
 * @param data the same for programs: maps, lists, text, numbers and booleans, with names that do not change
 */
public record OutputTable(
        String cluster, String title, List<String> columns, List<List<String>> rows, Map<String, Object> data) {

    /** The heading over the names of clusters. */
    public static final Text CLUSTER = Text.of("Cluster", "Кластер");
}
