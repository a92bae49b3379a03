package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EachProblemTest {

    /** Found with bytes, files or rules of one's own instead of a text; their tests are beside the reader. */
    private static final Set<String> ELSEWHERE =
            Set.of("PG1C-001", "PG1C-002", "PG1C-003", "PG1C-032", "PG1C-410", "PG1C-411", "PG1C-412");

    @Test
    void theGoodSpecificationHasNoProblem() {
        assertThat(SpecificationReader.read(ProblemCase.GOOD, "good.yaml").problems())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.pg1c.model.rules.ProblemCases#all")
    void isFoundAtItsPlace(ProblemCase mistake) {
        Specification specification = SpecificationReader.read(mistake.text(), "bad.yaml");

        List<Problem> found = specification.problems().stream()
                .filter(problem ->
                        problem.code().equals(mistake.code()) && problem.path().equals(mistake.path()))
                .toList();

        assertThat(found).as("all: %s", specification.problems()).hasSize(1);
        Problem problem = found.get(0);
        assertThat(problem.location().map(Location::line)).contains(mistake.line());
        assertThat(specification.hasErrors()).isEqualTo(specification.cluster().isEmpty());
        assertThat(List.of(problem.message(), problem.remedy())).allSatisfy(EachProblemTest::isBilingual);
    }

    @ParameterizedTest
    @MethodSource("io.github.pg1c.model.rules.ProblemCases#all")
    void hasTheSeverityOfItsPage(ProblemCase mistake) {
        ClusterRule rule = ClusterRules.find(mistake.code()).orElseThrow();

        assertThat(SpecificationReader.read(mistake.text(), "bad.yaml").problems())
                .filteredOn(problem -> problem.code().equals(mistake.code()))
                .extracting(Problem::severity)
                .containsOnly(rule.severity());
    }

    @Test
    void everyCodeHasACase() {
        Set<String> tested = ProblemCases.all().map(ProblemCase::code).collect(Collectors.toSet());
        tested.addAll(ELSEWHERE);

        assertThat(ClusterRules.rules())
                .extracting(ClusterRule::code)
                .filteredOn(code -> !tested.contains(code))
                .as("codes without a case in ProblemCases")
                .isEmpty();
    }

    @Test
    void codesAscendAndAreUnique() {
        assertThat(ClusterRules.rules())
                .extracting(ClusterRule::code)
                .as("rows stand in the order of their codes; each class has a range of them")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** A path that is no key would never be broken, and the rule would speak of a stand-in. */
    @Test
    void everyPathThatARuleReadsIsAKey() {
        assertThat(ClusterRules.rules())
                .allSatisfy(rule -> assertThat(Stream.concat(rule.reads().stream(), rule.readsEach().stream()))
                        .filteredOn(path -> !isKey(Cluster.class, path.replace("[*]", "")))
                        .as("paths of %s that are no keys of the specification", rule.code())
                        .isEmpty());
    }

    private static boolean isKey(Class<?> section, String path) {
        String[] names = path.split("\\.", 2);
        return SectionKey.of(section).stream()
                .filter(key -> key.name().equals(names[0]))
                .anyMatch(key -> names.length == 1 || key.section() && isKey(key.element(), names[1]));
    }

    @Test
    void everyRuleExplainsItselfInBothLanguages() {
        assertThat(ClusterRules.rules()).allSatisfy(rule -> {
            isBilingual(rule.title());
            isBilingual(rule.why());
            isBilingual(rule.mend());
        });
    }

    private static void isBilingual(Text text) {
        assertThat(text.en()).isNotBlank().doesNotContainPattern("[а-яё]");
        assertThat(text.ru()).isNotBlank();
    }
}
