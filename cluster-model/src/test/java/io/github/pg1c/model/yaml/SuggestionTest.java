package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Suggestion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("name", "nodes", "networks", "dataDirectory", "rpo", "rto");

    @ParameterizedTest
    @CsvSource({
        "nmae, name",
        "node, nodes",
        "network, networks",
        "data_directory, dataDirectory",
        "DATADIRECTORY, dataDirectory",
        "rtp, rto",
        "rot, rto",
        "netwroks, networks"
    })
    void findsTheNearestWord(String written, String meant) {
        assertThat(Suggestion.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "backup", "zzzzzz", "''", "databases"})
    void suggestsNothingForDistantWords(String written) {
        assertThat(Suggestion.of(written, KNOWN)).isEmpty();
    }
}
