package io.github.pg1c.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputFormatTest {

    private static final OutputTable WITH_TAGS = new OutputTable(
            "one",
            "Cluster: one",
            List.of("Member", "Tags"),
            List.of(List.of("pg1", "nofailover: true"), List.of("pg2", "")),
            Map.of("cluster", "one"));
    private static final OutputTable WITH_LAG = new OutputTable(
            "two",
            "Cluster: two",
            List.of("Member", "Lag"),
            List.of(List.of("pg1", "16 MB")),
            Map.of("cluster", "two"));

    @Test
    void severalClustersAreOneTableOfTabs() {
        assertThat(OutputFormat.TSV.render(List.of(WITH_TAGS, WITH_LAG), true, "Cluster"))
                .isEqualTo("""
                Cluster\tMember\tTags\tLag
                one\tpg1\tnofailover: true\t
                one\tpg2\t\t
                two\tpg1\t\t16 MB
                """);
    }

    @Test
    void theOneClusterOfASpecificationIsNotNamedInEachRow() {
        assertThat(OutputFormat.TSV.render(List.of(WITH_LAG), false, "Cluster")).isEqualTo("""
                Member\tLag
                pg1\t16 MB
                """);
        assertThat(OutputFormat.JSON.render(List.of(WITH_LAG), false, "Cluster"))
                .startsWith("{");
    }

    @Test
    void nothingSeenIsAnEmptyAnswerOfEachKind() {
        assertThat(OutputFormat.TABLE.render(List.of(), true, "Cluster")).isEmpty();
        assertThat(OutputFormat.TSV.render(List.of(), true, "Cluster")).isEqualTo("Cluster\n");
        assertThat(OutputFormat.JSON.render(List.of(), false, "Cluster").replaceAll("\\s", ""))
                .isEqualTo("[]");
    }

    @Test
    void readersOfYaml11GetBackWordsAsWords() {
        assertThat(OutputFormat.YAML.render(
                        Map.of("parameters", List.of(Map.of("fsync", "off"), Map.of("port", 5432)))))
                .isEqualTo("""
                parameters:
                  - fsync: "off"
                  - port: 5432
                """);
    }
}
