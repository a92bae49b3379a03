package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    static Stream<Clusters> all() {
        return Stream.of(Language.values()).flatMap(language -> Clusters.all(language).stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void areTheSameFilesForEveryCluster(Clusters clusters) {
        assertThat(clusters.documents().keySet())
                .containsExactly(
                        "RUNBOOK.md", "ansible/README.md", "ansible/inventory.yml", "ansible/site.yml", "report.html");
    }

    @ParameterizedTest
    @MethodSource("all")
    void endLinesAsUnixDoes(Clusters clusters) {
        assertThat(clusters.documents().values())
                .allMatch(text -> text.endsWith("\n") && !text.contains("\r") && !text.contains("\t"));
    }

    @Test
    void areTheSameInEveryLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        Map<String, String> documents = Clusters.layered(Language.RU).documents();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Clusters.layered(Language.RU).documents()).isEqualTo(documents);
        } finally {
            Locale.setDefault(before);
        }
    }
}
