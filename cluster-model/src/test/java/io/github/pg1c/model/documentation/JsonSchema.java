package io.github.pg1c.model.documentation;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.EnumWords;
import io.github.pg1c.model.key.ScalarTypes;
import io.github.pg1c.model.key.SectionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The JSON Schema of a specification, with the keywords of draft 07 that YAML language servers know.
 *
 * @see <a href="https://json-schema.org/draft-07/json-schema-release-notes">JSON Schema, draft 07</a>
 */
final class JsonSchema {

    private JsonSchema() {}

    static String text() {
        return "{\n"
                + "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
                + "  \"title\": \"pg1c cluster\",\n"
                + "  \"description\": \"Description of a PostgreSQL cluster for 1C:Enterprise.\",\n"
                + section(Cluster.class, "  ") + ",\n"
                + "  \"patternProperties\": {\"^x-\": {}}\n"
                + "}\n";
    }

    private static String section(Class<?> type, String indent) {
        List<SectionKey> keys = SectionKey.of(type);
        String properties = keys.stream()
                .map(key -> indent + "  " + quote(key.name()) + ": {\n" + property(key, indent + "    ") + "\n" + indent
                        + "  }")
                .collect(Collectors.joining(",\n"));
        String required = keys.stream()
                .filter(key -> key.key().required())
                .map(key -> quote(key.name()))
                .collect(Collectors.joining(", "));
        return indent + "\"type\": \"object\",\n"
                + indent + "\"additionalProperties\": false,\n"
                + (required.isEmpty() ? "" : indent + "\"required\": [" + required + "],\n")
                + indent + "\"properties\": {\n" + properties + "\n" + indent + "}";
    }

    private static String property(SectionKey key, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(indent + "\"description\": " + quote(key.key().en()));
        if (!key.key().otherwise().isEmpty()) {
            lines.add(indent + "\"default\": " + value(key, key.key().otherwise()));
        }
        if (!key.key().example().isEmpty()) {
            lines.add(indent + "\"examples\": [" + value(key, key.key().example()) + "]");
        }
        if (key.type() == Map.class) {
            lines.add(indent + "\"type\": \"object\"");
            lines.add(indent + "\"additionalProperties\": {\"type\": [\"string\", \"number\", \"boolean\"]}");
        } else if (key.list()) {
            lines.add(indent + "\"type\": \"array\"");
            lines.add(indent + "\"items\": {\n" + element(key, indent + "  ") + "\n" + indent + "}");
        } else {
            lines.add(element(key, indent));
        }
        return String.join(",\n", lines);
    }

    private static String element(SectionKey key, String indent) {
        Class<?> type = key.element();
        if (key.section()) {
            return section(type, indent);
        }
        if (type == int.class || type == Integer.class) {
            boolean port = key.name().equals("port") || key.name().endsWith("Port");
            return indent + "\"type\": \"integer\""
                    + (port ? ",\n" + indent + "\"minimum\": 1,\n" + indent + "\"maximum\": 65535" : "");
        }
        if (type == boolean.class || type == Boolean.class) {
            return indent + "\"type\": \"boolean\"";
        }
        if (type.isEnum()) {
            return indent + "\"enum\": ["
                    + EnumWords.of(type).keySet().stream()
                            .map(JsonSchema::quote)
                            .collect(Collectors.joining(", ")) + "]";
        }
        return indent + ScalarTypes.of(type).orElseThrow().json();
    }

    /** A default or an example as JSON. */
    private static String value(SectionKey key, String yaml) {
        if (yaml.equals("{}") || yaml.equals("[]")) {
            return yaml;
        }
        if (yaml.startsWith("[")) {
            return "["
                    + Arrays.stream(yaml.substring(1, yaml.length() - 1).split(", "))
                            .map(JsonSchema::quote)
                            .collect(Collectors.joining(", "))
                    + "]";
        }
        if (yaml.startsWith("{")) {
            String[] pair = yaml.substring(1, yaml.length() - 1).split(": ", 2);
            return "{" + quote(pair[0]) + ": " + quote(pair[1]) + "}";
        }
        boolean literal =
                key.element().isPrimitive() || key.element() == Integer.class || yaml.matches("0|[1-9][0-9]*");
        return literal ? yaml : quote(yaml);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
