package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.model.yaml.Systems;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken value is reported once: no rule speaks of the stand-in that took its place. */
class SuppressionTest {

    private static final Pattern VALUE =
            Pattern.compile("(?<=: )(?:\\[[^\\]\\n]*\\]|\\{[^{}\\n]*\\}|[^\\[\\]{},&*#\\n]+)");

    static Stream<String> specifications() {
        return Stream.concat(
                Stream.of(ProblemCase.GOOD), Stream.of(Systems.values()).map(Systems::text));
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void onlyTheBrokenValueIsReported(String text) {
        List<String> known = codes(text);
        for (MatchResult value : VALUE.matcher(text).results().toList()) {
            String broken = text.substring(0, value.start()) + "[[]]" + text.substring(value.end());

            assertThat(codes(broken))
                    .as("%s in place of '%s' at %d", "[[]]", value.group(), value.start())
                    .allMatch(code -> code.compareTo("PG1C-100") < 0 || known.contains(code));
        }
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void aMissingKeyIsReportedAloneOrHasADefault(String text) {
        for (String line : text.split("\n", -1)) {
            String key = line.replaceFirst(":.*", "");
            if (key.matches("platform|postgresql|workload|networks") && line.contains("{")) {
                assertThat(codes(text.replace(line + "\n", "")))
                        .contains("PG1C-022")
                        .allMatch(code ->
                                code.compareTo("PG1C-100") < 0 || codes(text).contains(code));
            }
        }
    }

    @Test
    void aMisspeltKeyIsReportedOnce() {
        assertThat(codes(ProblemCase.GOOD.replace("memory:", "memry:"))).containsExactly("PG1C-020");
        assertThat(codes(ProblemCase.GOOD.replace("connections:", "conections:")))
                .containsExactly("PG1C-020");
    }

    private static List<String> codes(String text) {
        return SpecificationReader.read(text, "broken.yaml").problems().stream()
                .map(Problem::code)
                .toList();
    }
}
