package io.github.pg1c.maven.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The forms in which goals show what they were asked for. */
public enum Format {
    /** A table with a frame, for people. */
    TABLE,
    /** Columns with tabs between them, the first line holds the headings. */
    TSV,
    /** JSON. */
    JSON,
    /** YAML. */
    YAML;

    /** The forms by the words of {@code -Dpg1c.format}. */
    public static Map<String, Format> words() {
        Map<String, Format> words = new LinkedHashMap<>();
        words.put("table", TABLE);
        words.put("json", JSON);
        words.put("yaml", YAML);
        words.put("tsv", TSV);
        return words;
    }

    /** The listing in this form. */
    public String render(Listing listing) {
        return switch (this) {
            case TABLE -> new TextTable(listing).toString();
            case TSV -> tsv(listing);
            case JSON, YAML -> render(listing.data());
        };
    }

    /** Data in a form for programs; as YAML where this is a form for people. */
    public String render(Object data) {
        return this == JSON ? json(data) : yaml(data);
    }

    private static String tsv(Listing listing) {
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

    private static String yaml(Object data) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .build();
        return new Dump(settings).dumpToString(data);
    }
}
