package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static final Listing WITH_TAGS = new Listing(
            "one",
            "Cluster: one",
            List.of("Member", "Tags"),
            List.of(List.of("pg1", "nofailover: true"), List.of("pg2", "")),
            Map.of("cluster", "one"));
    private static final Listing WITH_LAG = new Listing(
            "two",
            "Cluster: two",
            List.of("Member", "Lag"),
            List.of(List.of("pg1", "16 MB")),
            Map.of("cluster", "two"));

    @Test
    void severalClustersAreOneTableOfTabs() {
        assertThat(Format.TSV.render(List.of(WITH_TAGS, WITH_LAG), true, "Cluster"))
                .isEqualTo("""
                Cluster\tMember\tTags\tLag
                one\tpg1\tnofailover: true\t
                one\tpg2\t\t
                two\tpg1\t\t16 MB
                """);
    }

    @Test
    void theOneClusterOfASpecificationIsNotNamedInEachRow() {
        assertThat(Format.TSV.render(List.of(WITH_LAG), false, "Cluster")).isEqualTo("""
                Member\tLag
                pg1\t16 MB
                """);
        assertThat(Format.JSON.render(List.of(WITH_LAG), false, "Cluster")).startsWith("{");
    }

    @Test
    void nothingSeenIsAnEmptyAnswerOfEachKind() {
        assertThat(Format.TABLE.render(List.of(), true, "Cluster")).isEmpty();
        assertThat(Format.TSV.render(List.of(), true, "Cluster")).isEqualTo("Cluster\n");
        assertThat(Format.JSON.render(List.of(), false, "Cluster").replaceAll("\\s", ""))
                .isEqualTo("[]");
    }
}
