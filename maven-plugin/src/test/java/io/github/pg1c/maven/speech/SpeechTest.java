package io.github.pg1c.maven.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {

    private static final Text TEXT = Text.of("no errors", "ошибок нет");
    private static final Path HERE = Path.of("/srv/infra");

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ошибок нет",
        "KOI8-R, ошибок нет",
        "windows-1251, ошибок нет",
        "US-ASCII, no errors",
        "ISO-8859-1, no errors"
    })
    void speaksEnglishToTerminalThatCannotShowRussian(String charset, String expected) {
        Speech speech = new Speech(new Lines(), HERE, Charset.forName(charset), Set.of());

        assertThat(speech.in(Language.RU, TEXT)).isEqualTo(expected);
    }

    @Test
    void leavesOutReasonThatTerminalCannotShow() {
        Speech ascii = new Speech(new Lines(), HERE, StandardCharsets.US_ASCII, Set.of());

        assertThat(ascii.shown(": ", "истекает")).isEmpty();
        assertThat(ascii.shown(": ", "expires")).isEqualTo(": expires");
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/infra/zup/cluster.yaml, zup/cluster.yaml",
        "/srv/infra/zup/../cluster.yaml, cluster.yaml",
        "/srv/infra, /srv/infra",
        "/etc/cluster.yaml, /etc/cluster.yaml",
        "/srv/infra2/cluster.yaml, /srv/infra2/cluster.yaml"
    })
    void showsPathsFromWhereTheUserStands(Path path, String expected) {
        assertThat(new Lines().speech(HERE).path(path)).isEqualTo(expected);
    }
}
