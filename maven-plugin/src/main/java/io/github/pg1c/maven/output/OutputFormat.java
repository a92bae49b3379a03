package io.github.pg1c.maven.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.text.YamlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms of goals' answers. */
public enum OutputFormat {
    /** A table with a frame, for people. */
    TABLE,
    /** Columns with tabs between them, the first line holds the headings. */
    TSV,
    /** JSON. */
    JSON,
    /** YAML. */
    YAML;

    /** The forms by the words of {@code -Dpg1c.format}. */
    public static Map<String, OutputFormat> words() {
        Map<String, OutputFormat> words = new LinkedHashMap<>();
        words.put("table", TABLE);
        words.put("json", JSON);
        words.put("yaml", YAML);
        words.put("tsv", TSV);
        return words;
    }

    /** The listing in this form. */
    public String render(OutputTable listing) {
        return switch (this) {
            case TABLE -> table(listing);
            case TSV -> tsv(listing);
            case JSON, YAML -> render(listing.data());
        };
    }

    /**
     * The listings of some clusters in this form.
     *
     * @param asList true for several clusters: columns with tabs become one table whose first column names the cluster,
     *     data become a list
     * @param cluster the heading of that column
     */
    public String render(List<OutputTable> listings, boolean asList, String cluster) {
        return switch (this) {
            case TABLE -> listings.stream().map(this::render).collect(Collectors.joining());
            case TSV -> {
                List<OutputTable> tables = asList ? List.of(joined(listings, cluster)) : listings;
                yield tables.stream().map(OutputFormat::tsv).collect(Collectors.joining());
            }
            case JSON, YAML -> {
                List<Map<String, Object>> data =
                        listings.stream().map(OutputTable::data).toList();
                yield render(asList || data.isEmpty() ? data : data.get(0));
            }
        };
    }

    /** Data in a form for programs; YAML for the forms for people. */
    public String render(Object data) {
        return this == JSON ? json(data) : YamlWriter.text(data);
    }

    /** One listing with all columns, in the order of their first occurrence. */
    private static OutputTable joined(List<OutputTable> listings, String cluster) {
        Set<String> columns = new LinkedHashSet<>();
        columns.add(cluster);
        listings.forEach(listing -> columns.addAll(listing.columns()));
        List<List<String>> rows = new ArrayList<>();
        for (OutputTable listing : listings) {
            for (List<String> row : listing.rows()) {
                Map<String, String> cells = new HashMap<>();
                cells.put(cluster, listing.cluster());
                for (int i = 0; i < row.size(); i++) {
                    cells.put(listing.columns().get(i), row.get(i));
                }
                rows.add(columns.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList());
            }
        }
        return new OutputTable("", "", List.copyOf(columns), rows, Map.of());
    }

    private static String table(OutputTable listing) {
        TextTable table = new TextTable().row(listing.columns());
        listing.rows().forEach(table::row);
        return table.framed(listing.title());
    }

    private static String tsv(OutputTable listing) {
        StringBuilder text = new StringBuilder(String.join("\t", listing.columns())).append('\n');
        for (List<String> row : listing.rows()) {
            List<String> cells =
                    row.stream().map(cell -> cell.replaceAll("[\t\r\n]+", " ")).toList();
            text.append(String.join("\t", cells)).append('\n');
        }
        return text.toString();
    }

    private static String json(Object data) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(data) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("data that JSON has no form for", e);
        }
    }
}
