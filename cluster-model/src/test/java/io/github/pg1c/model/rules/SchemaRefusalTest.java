package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.yaml.PublishedSchema;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of editors refuses each mistake that is one of a single key or value, with the words of the reader. */
class SchemaRefusalTest {

    /** Codes of the file before its keys are read: an editor's parser finds these. */
    private static final String LAST_OF_THE_FILE = "PG1C-019";

    /** Codes of keys and values. */
    private static final String LAST_OF_THE_READER = "PG1C-031";

    /** What the schema does not know of single values, with the reason. */
    private static final Map<String, String> UNKNOWN = Map.of("PG1C-021", "a duplicate key is gone when YAML is read");

    /** Codes of rules about one value or one section that the schema knows as well. */
    private static final Set<String> RULES =
            Set.of("PG1C-111", "PG1C-301", "PG1C-302", "PG1C-403", "PG1C-501", "PG1C-504", "PG1C-613", "PG1C-756");

    static Stream<ProblemCase> mistakes() {
        return ProblemCases.all()
                .filter(mistake -> mistake.code().compareTo(LAST_OF_THE_FILE) > 0)
                .filter(mistake -> mistake.code().compareTo(LAST_OF_THE_READER) <= 0 || RULES.contains(mistake.code()))
                .filter(mistake -> !UNKNOWN.containsKey(mistake.code()));
    }

    @Test
    void acceptsTheGoodSpecification() {
        assertThat(PublishedSchema.errors(ProblemCase.GOOD)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatTheReaderRefusesOfOneValue(ProblemCase mistake) {
        assertThat(SpecificationReader.read(mistake.text(), "bad.yaml").hasErrors())
                .isTrue();
        assertThat(PublishedSchema.errors(mistake.text())).isNotEmpty();
    }

    @Test
    void refusesNothingThatTheReaderAccepts() {
        Set<String> refused = new TreeSet<>();
        ProblemCases.all()
                .filter(mistake ->
                        !SpecificationReader.read(mistake.text(), "warned.yaml").hasErrors())
                .filter(mistake -> !PublishedSchema.errors(mistake.text()).isEmpty())
                .forEach(mistake -> refused.add(mistake.toString()));

        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "connections: 100, connections: , 1, 100000",
        "cpus: 8, cpus: , 1, 4096",
        "version: 17, 'version: 17, port: ', 1, 65535",
        "postgrespro-1c, version: , 14, 18"
    })
    void hasTheBoundsOfTheRules(String good, String key, int least, int most) {
        String text = key.equals("version:") ? "version: 17" : good;
        for (int[] number : new int[][] {{least - 1, 0}, {least, 1}, {most, 1}, {most + 1, 0}, {-1, 0}}) {
            String yaml = ProblemCase.GOOD.replace(text, key.stripTrailing() + " " + number[0]);
            assertThat(yaml).contains(key.stripTrailing() + " " + number[0]);
            assertThat(PublishedSchema.errors(yaml).isEmpty()).as(yaml).isEqualTo(number[1] == 1);
        }
    }

    @Test
    void wantsNamesOfAServerAndACommonNameOfAClient() {
        assertThat(certificate("{name: a, purpose: server, names: [a.b]}")).isTrue();
        assertThat(certificate("{name: a, purpose: server}")).isFalse();
        assertThat(certificate("{name: a, purpose: server-and-client, names: []}"))
                .isFalse();
        assertThat(certificate("{name: a, purpose: client, commonName: a}")).isTrue();
        assertThat(certificate("{name: a, purpose: client}")).isFalse();
    }

    private static boolean certificate(String one) {
        String yaml = ProblemCase.GOOD + "tls: {certificates: [" + one + "]}\n";
        boolean accepted = PublishedSchema.errors(yaml).isEmpty();
        assertThat(SpecificationReader.read(yaml, "tls.yaml").hasErrors()).isNotEqualTo(accepted);
        return accepted;
    }
}
