package io.github.pg1c.model.documentation;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.key.EnumWords;
import io.github.pg1c.model.key.ScalarTypes;
import io.github.pg1c.model.key.SectionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON Schema of a specification, with the keywords of draft 07 that YAML language servers know.
 *
 * @see <a href="https://json-schema.org/draft-07/json-schema-release-notes">JSON Schema, draft 07</a>
 */
public final class JsonSchema {

    /** The least and the most of whole numbers, from the rules 133, 402, 403, 501, 613, 735, 806 and 894. */
    private static final String PORT = "1, 65535";

    private static final Map<String, String> BOUNDS = Map.of(
            "cpus", "1, 4096",
            "connections", "1, 100000",
            "failoverPriority", "1, 1000",
            "connectionLimit", "1, 262143",
            "virtualRouterId", "1, 255",
            "files", "1, 1000",
            "uid", "1, 65533",
            "gid", "1, 65533");

    /** What one key of a section asks of another one, from the rules 756 and 757. */
    private static final Map<Class<?>, String> CONDITIONS = Map.of(
            OwnCertificate.class,
            "\"if\": {\"properties\": {\"purpose\": {\"enum\": [\"server\", \"server-and-client\"]}}},\n"
                    + "\"then\": {\"required\": [\"names\"], \"properties\": {\"names\": {\"type\": \"array\", \"minItems\": 1}}},\n"
                    + "\"else\": {\"required\": [\"commonName\"], \"properties\": {\"commonName\": {}}}");

    private JsonSchema() {}

    /** The definitions that the kinds of values refer to: a JSON object. */
    public static String definitions() {
        return AddressForms.all().entrySet().stream()
                .map(form -> "    " + quote(form.getKey()) + ": {\"type\": \"string\", \"pattern\": "
                        + quote(form.getValue()) + "}")
                .collect(Collectors.joining(",\n", "{\n", "\n  }"));
    }

    static String text() {
        return "{\n"
                + "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
                + "  \"title\": \"pg1c cluster\",\n"
                + "  \"description\": \"Description of a PostgreSQL cluster for 1C:Enterprise.\",\n"
                + section(Cluster.class, "  ") + ",\n"
                + "  \"patternProperties\": {\"^x-\": {}},\n"
                + "  \"definitions\": " + definitions() + "\n"
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
                + indent + "\"properties\": {\n" + properties + "\n" + indent + "}"
                + (CONDITIONS.containsKey(type)
                        ? ",\n" + CONDITIONS.get(type).indent(indent.length()).stripTrailing()
                        : "");
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
            String line = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";
            lines.add(indent + "\"additionalProperties\": {\"anyOf\": [{\"type\": \"string\", \"pattern\": "
                    + quote(line) + "}, {\"type\": \"number\"}, {\"type\": \"boolean\"}]}");
        } else if (key.list()) {
            lines.add(indent + "\"type\": \"array\"");
            if (key.key().required()) {
                lines.add(indent + "\"minItems\": 1");
            }
            if (key.section() || key.type() == Set.class) {
                lines.add(indent + "\"uniqueItems\": true");
            }
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
            String[] bounds = Objects.requireNonNull(port ? PORT : BOUNDS.get(key.name()), key.name())
                    .split(", ");
            return indent + "\"type\": \"integer\",\n" + indent + "\"minimum\": " + bounds[0] + ",\n" + indent
                    + "\"maximum\": " + bounds[1];
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
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
