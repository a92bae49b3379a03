package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.documentation.JsonSchema;
import io.github.pg1c.model.key.ScalarTypes;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use agrees with the reader. */
class SchemaTest {

    @ParameterizedTest
    @EnumSource(Systems.class)
    void acceptsEverySystem(Systems system) {
        assertThat(PublishedSchema.errors(system.text())).isEmpty();
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
                "uid: 1001 | uid: many",
                "language: ru | language: fr"
            })
    void rejectsWhatTheReaderRejects(String good, String bad) {
        String text = Systems.ZUP.text().replaceFirst(Pattern.quote(good), bad);

        assertThat(SpecificationReader.read(text, "bad.yaml").hasErrors()).isTrue();
        assertThat(PublishedSchema.errors(text)).isNotEmpty();
    }

    @Test
    void refusesPortsBeyondTheRange() {
        assertThat(PublishedSchema.errors(Systems.LXC.text().replace("writePort: 5432", "writePort: 70000")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void acceptsEveryGoodSpecificationOfTheRepository(Path file) throws IOException {
        assertThat(PublishedSchema.errors(Files.readString(file))).isEmpty();
    }

    /** The samples, the cases of the plugin and the golden bundles; those with errors are not meant. */
    static List<Path> specifications() throws IOException {
        Path root = Path.of("..");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> good = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(SchemaTest::isGood)
                    .sorted()
                    .toList();
            assertThat(good).hasSizeGreaterThan(20);
            return good;
        }
    }

    private static boolean isGood(Path file) {
        return !SpecificationReader.read(file).hasErrors();
    }

    /**
     * Values about which reader and schema differ, with the reason.
     *
     * @param kinds of the values
     * @param values regular expression of the text in YAML, without quotation marks
     * @param reader whether the reader takes them, and the schema does not
     */
    private record Difference(Set<Class<?>> kinds, String values, boolean reader, String reason) {
        boolean explains(Class<?> kind, String yaml, boolean readerTakes) {
            return kinds.contains(kind)
                    && readerTakes == reader
                    && yaml.replace("\"", "").matches(values);
        }
    }

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(Set.of(Cidr.class), "(0\\.0\\.0\\.0|::)/0", true, "PG1C-503 refuses the whole world"),
            new Difference(
                    Set.of(Cidr.class),
                    "[0-9a-f:]+/[0-9]+",
                    false,
                    "bits behind the prefix of IPv6 would need an expression of thousands of characters"),
            new Difference(
                    Set.of(ClusterName.class, NodeName.class, SlotName.class),
                    "[0-9]+\\.0",
                    false,
                    "JSON knows no difference between 4 and 4.0"),
            new Difference(
                    Set.of(ComponentVersion.class), "[0-9]+", false, "JSON knows no difference between 4 and 4.0"),
            new Difference(
                    Set.of(
                            ClusterName.class,
                            NodeName.class,
                            SlotName.class,
                            SqlName.class,
                            HostName.class,
                            String.class),
                    "true|false",
                    true,
                    "a text that other programs read as a truth value belongs in quotation marks"),
            new Difference(Set.of(MemorySize.class), "00", false, "in JSON this is 0"),
            new Difference(
                    Set.of(MemorySize.class),
                    "1\\.5B|9000000TB",
                    false,
                    "no expression counts bytes: a whole number below 2^63"),
            new Difference(Set.of(PgMajor.class), "12|13|19|99", true, "PG1C-301 and PG1C-302 refuse the version"),
            new Difference(
                    Set.of(RuleSet.class),
                    "[a-z].*",
                    false,
                    "sets of a company's own are known to its class path only"),
            new Difference(Set.of(SqlName.class), "\\P{ASCII}+", false, "no expression counts the bytes of UTF-8"));

    @Test
    void agreesWithTheReaderAboutEveryKindOfValue() {
        Set<Difference> found = new HashSet<>();
        List<String> unexplained = new ArrayList<>();
        for (Class<?> kind : ScalarValues.TYPES) {
            Schema schema =
                    PublishedSchema.of("{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"definitions\": "
                            + JsonSchema.definitions() + ", "
                            + ScalarTypes.of(kind).orElseThrow().json() + "}");
            for (String yaml : ScalarValues.all()) {
                boolean schemaTakes = schema.validate(PublishedSchema.json(ScalarValues.node(yaml)), InputFormat.JSON)
                        .isEmpty();
                boolean readerTakes = ScalarValues.readerTakes(kind, yaml);
                if (schemaTakes != readerTakes) {
                    Optional<Difference> known = DIFFERENCES.stream()
                            .filter(difference -> difference.explains(kind, yaml, readerTakes))
                            .findFirst();
                    known.ifPresentOrElse(found::add, () -> unexplained.add(kind.getSimpleName() + " " + yaml));
                }
            }
        }
        assertThat(unexplained)
                .as("values about which reader and schema differ")
                .isEmpty();
        assertThat(found).as("differences that exist").containsExactlyInAnyOrderElementsOf(DIFFERENCES);
    }

    /** A kind that is missing would not be compared. */
    @Test
    void comparesEveryKindOfTheModel() {
        assertThat(ScalarValues.TYPES).containsAll(kinds(Cluster.class));
    }

    private static Set<Class<?>> kinds(Class<?> section) {
        Set<Class<?>> kinds = new HashSet<>();
        for (SectionKey key : SectionKey.of(section)) {
            if (key.section()) {
                kinds.addAll(kinds(key.element()));
            } else if (ScalarTypes.of(key.element()).isPresent()) {
                kinds.add(key.element());
            }
        }
        return kinds;
    }
}
