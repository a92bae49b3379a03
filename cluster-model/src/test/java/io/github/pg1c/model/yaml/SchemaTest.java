package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.YamlNode.Mapping;
import io.github.pg1c.model.yaml.YamlNode.Scalar;
import io.github.pg1c.model.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema that editors use agrees with the reader. */
class SchemaTest {

    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @EnumSource(Systems.class)
    void acceptsEverySystem(Systems system) {
        assertThat(errors(system.text())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "os: almalinux-10 | os: alma",
                "version: 17 | version: seventeen",
                "version: 17 | verion: 17",
                "connections: 200 | connections: many",
                "connections: 200 | connections: 200.5",
                "connections: 200 | databaseCopies: true",
                "rto: 5min | rto: 5 minutes",
                "databaseSize: 30GB | databaseSize: 30",
                "roles: [postgresql] | roles: postgresql",
                "roles: [postgresql] | roles: [postgres]",
                "192.168.10.0/24 | everywhere",
                "address: 192.168.10.204 | address: spbpsql1",
                "name: spbpsql1 | name: SPBPSQL1",
                "createDatabases: true | createDatabases: yes",
                "language: ru | language: fr"
            })
    void rejectsWhatTheReaderRejects(String good, String bad) {
        String text = Systems.ZUP.text().replaceFirst(Pattern.quote(good), bad);

        assertThat(SpecificationReader.read(text, "bad.yaml").hasErrors()).isTrue();
        assertThat(errors(text)).isNotEmpty();
    }

    @Test
    void refusesPortsBeyondTheRange() {
        assertThat(errors(Systems.LXC.text().replace("writePort: 5432", "writePort: 70000")))
                .isNotEmpty();
    }

    private static List<Error> errors(String yaml) {
        YamlNode node = new YamlComposer(yaml, new FileFindings()).document().orElseThrow();
        return SCHEMA.validate(json(node), InputFormat.JSON);
    }

    private static Schema schema() {
        try (InputStream stream = Objects.requireNonNull(Cluster.class.getResourceAsStream("cluster.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> quote(entry.key()) + ": " + json(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(SchemaTest::json).collect(Collectors.joining(", ", "[", "]"));
        }
        Scalar scalar = (Scalar) node;
        boolean literal = scalar.plain() && scalar.text().matches("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
        return scalar.nothing() ? "null" : literal ? scalar.text() : quote(scalar.text());
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
