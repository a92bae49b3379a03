package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example on a problem's page does not have that problem, nor any mistake of its keys. */
class ExamplesTest {

    private static final Pattern SECTION = Pattern.compile("(?m)^([a-zA-Z]+):.*\\n(?:  .*\\n)*");

    static Stream<String> codes() {
        return ClusterRules.rules().stream()
                .filter(rule -> !rule.example().isEmpty())
                .map(ClusterRule::code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void obeysItsRule(String code) {
        String example = ClusterRules.find(code).orElseThrow().example() + "\n";
        Set<String> given =
                SECTION.matcher(example).results().map(match -> match.group(1)).collect(Collectors.toSet());
        Matcher sections = SECTION.matcher(ProblemCase.GOOD);
        String rest = sections.replaceAll(
                match -> given.contains(match.group(1)) ? "" : Matcher.quoteReplacement(match.group()));

        assertThat(SpecificationReader.read(example + rest, code + ".yaml").problems())
                .extracting(Problem::code)
                .doesNotContain(code)
                .allMatch(found -> found.compareTo("PG1C-100") > 0);
    }
}
