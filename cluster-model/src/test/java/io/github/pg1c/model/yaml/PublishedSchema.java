package io.github.pg1c.model.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.pg1c.model.yaml.YamlNode.Mapping;
import io.github.pg1c.model.yaml.YamlNode.Scalar;
import io.github.pg1c.model.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The published JSON Schema and a validator for it. */
public final class PublishedSchema {

    private static final Schema SCHEMA = of(SpecificationSchema.text());

    private PublishedSchema() {}

    /** A schema for validation. */
    static Schema of(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text, InputFormat.JSON);
    }

    /** What the schema finds wrong with a specification that is YAML. */
    public static List<Error> errors(String yaml) {
        YamlNode node = new YamlComposer(yaml, new FileFindings()).document().orElseThrow();
        return SCHEMA.validate(json(node), InputFormat.JSON);
    }

    /** The JSON that YAML 1.2 has for the node. */
    static String json(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> quote(entry.key()) + ": " + json(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(PublishedSchema::json).collect(Collectors.joining(", ", "[", "]"));
        }
        Scalar scalar = (Scalar) node;
        if (scalar.nothing()) {
            return "null";
        }
        if (scalar.plain() && scalar.text().matches("true|True|TRUE|false|False|FALSE")) {
            return scalar.text().toLowerCase(Locale.ROOT);
        }
        boolean number = scalar.plain() && scalar.text().matches("[-+]?[0-9]+(\\.[0-9]+)?");
        return number ? new java.math.BigDecimal(scalar.text()).toPlainString() : quote(scalar.text());
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
