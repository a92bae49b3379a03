package io.github.pg1c.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of a company's own rules become problems in both languages. */
class FaultyRulesTest {

    private static final TuningInput INPUT =
            TuningInput.builder(MemorySize.parse("16GB"), 8, 100).build();
    private static final RuleSet BALANCED = RuleSets.builtIn().of(Preset.BALANCED);
    private static final RuleSource HANDBOOK =
            new RuleSource("ACME", Text.of("Acme: handbook", "Acme: справочник"), Confidence.VERIFIED);
    private static final Pattern RUSSIAN = Pattern.compile("[а-яё]");

    /** As a company would write it. */
    private record Own(String parameter, Function<RuleInput, RuleResult> calculation) implements TuningRule {

        @Override
        public String id() {
            return "acme." + parameter;
        }

        @Override
        public Text reason() {
            return Text.of("Measured by us.", "Измерено нами.");
        }

        @Override
        public RuleSource source() {
            return HANDBOOK;
        }

        @Override
        public RuleResult calculate(RuleInput input) {
            return calculation.apply(input);
        }
    }

    private static Own own(String parameter, Function<RuleInput, Object> value) {
        return new Own(parameter, input -> RuleResult.of(value.apply(input), "ours"));
    }

    @ParameterizedTest
    @CsvSource({
        "max_connections, 9999999, within",
        "work_mem, 64GBB, units",
        "wal_level, everything, write one of",
        "work_memm, 64MB, did you mean work_mem",
        "fsync, off, remove it",
        "port, 5433, remove port",
    })
    void refusedValueNamesRuleSourceAndValue(String parameter, String value, String remedy) {
        RuleProblem problem = onlyProblem(BALANCED.with(own(parameter, input -> value)));

        assertThat(problem.kind()).isEqualTo(Kind.VALUE);
        assertThat(problem.rule()).isEqualTo("acme." + parameter);
        assertThat(problem.source()).contains(HANDBOOK);
        assertThat(problem.value()).contains(value);
        assertThat(problem.message().en())
                .startsWith("rule acme." + parameter + " for " + parameter + " (source ACME: Acme: handbook): ")
                .contains(value);
        assertThat(problem.message().ru())
                .startsWith("правило acme." + parameter + " для " + parameter + " (источник ACME: Acme: справочник): ")
                .contains(value);
        assertThat(problem.remedy().en()).startsWith("correct the rule: ").contains(remedy);
        isWhole(problem);
    }

    @Test
    void doubtfulValueIsAFinding() {
        RuleSet rules = BALANCED.with(own("vendor_secret_switch", input -> "on"));

        assertThat(Calculator.review(Calculator.plan(INPUT, rules)))
                .filteredOn(finding -> finding.code().equals("rule.value"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(OverrideProblem.Severity.WARNING);
                    assertThat(finding.message().en())
                            .startsWith("rule acme.vendor_secret_switch ")
                            .contains("(source ACME: Acme: handbook)", "no parameter of that name");
                    assertThat(finding.message().ru())
                            .startsWith("правило acme.vendor_secret_switch ")
                            .contains("неизвестен");
                });
    }

    @Test
    void valueOfSeveralLinesIsRefused() {
        assertThat(onlyProblem(BALANCED.with(own("search_path", input -> "a\nport = 1")))
                        .kind())
                .isEqualTo(Kind.VALUE);
    }

    @Test
    void exceptionOfARuleIsAProblem() {
        RuleProblem problem = onlyProblem(BALANCED.with(own("work_mem", input -> {
            throw new UnsupportedOperationException("not yet");
        })));

        assertThat(problem.kind()).isEqualTo(Kind.FAILURE);
        assertThat(problem.message().en())
                .endsWith(" fails: java.lang.UnsupportedOperationException: not yet")
                .contains("acme.work_mem", "ACME");
        assertThat(problem.message().ru()).endsWith(" не работает: «java.lang.UnsupportedOperationException: not yet»");
        isWhole(problem);
    }

    @Test
    void missingClassOfARuleIsAProblem() {
        assertThat(onlyProblem(BALANCED.with(own("work_mem", input -> {
                            throw new NoClassDefFoundError("com/acme/Figures");
                        })))
                        .message()
                        .en())
                .contains("com/acme/Figures");
    }

    @Test
    void answersThatAreNullAreProblems() {
        TuningRule noReason = new TuningRule() {
            @Override
            public String id() {
                return "acme.jit";
            }

            @Override
            public String parameter() {
                return "jit";
            }

            @Override
            @SuppressWarnings("NullAway")
            public Text reason() {
                return null;
            }

            @Override
            public RuleResult calculate(RuleInput input) {
                return RuleResult.of("off", "jit");
            }
        };

        assertThat(problems(BALANCED.with(noReason).with(new Own("work_mem", input -> nothing()))))
                .extracting(problem -> problem.message().en())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("acme.jit").contains("reason() returns null"),
                        text -> assertThat(text).contains("acme.work_mem").contains("calculate() returns null"));
    }

    @Test
    void ruleThatAsksForItsOwnValueIsAProblem() {
        assertThat(onlyProblem(BALANCED.with(
                                own("work_mem", input -> input.value("work_mem").orElseThrow())))
                        .remedy()
                        .en())
                .contains("replaced()");
        TuningRule conditional = new TuningRule() {
            @Override
            public String id() {
                return "acme.jit";
            }

            @Override
            public String parameter() {
                return "jit";
            }

            @Override
            public Text reason() {
                return Text.of("Measured.", "Измерено.");
            }

            @Override
            public boolean applies(RuleInput input) {
                return input.value("jit").isPresent();
            }

            @Override
            public RuleResult calculate(RuleInput input) {
                return RuleResult.of("off", "jit");
            }
        };
        assertThat(onlyProblem(BALANCED.with(conditional)).kind()).isEqualTo(Kind.FAILURE);
    }

    @Test
    void allFaultyRulesAreFoundAtOnceAndOnlyThose() {
        RuleSet rules = BALANCED.with(own("work_mem", input -> "a lot"))
                .with(own("log_temp_files", input -> input.size("work_mem").orElseThrow()))
                .with(own("archive_timeout", input -> {
                    throw new IllegalStateException();
                }))
                .with(own("jit", input -> "perhaps"));

        assertThat(problems(rules))
                .extracting(RuleProblem::rule)
                .containsExactlyInAnyOrder("acme.work_mem", "acme.archive_timeout", "acme.jit");
    }

    @Test
    void soundSetHasTheReplacedRuleAgain() {
        RuleSet rules = BALANCED.with(own("work_mem", input -> "a lot")).with(own("archive_timeout", input -> "soon"));

        assertThat(fault(rules).sound()).isEqualTo(BALANCED);
    }

    @Test
    void ruleOfAParameterThatTheUserWroteIsCheckedToo() {
        TuningInput written = INPUT.withOverrides(Map.of("work_mem", "8MB", "seq_page_cost", "2"));
        RuleSet rules =
                BALANCED.with(own("work_mem", input -> "a lot")).with(own("random_page_cost", input -> "cheap"));

        assertThat(catchThrowableOfType(FaultyRulesException.class, () -> Calculator.plan(written, rules))
                        .problems())
                .extracting(RuleProblem::rule)
                .containsExactlyInAnyOrder("acme.work_mem", "acme.random_page_cost");
        assertThat(Calculator.check(written, rules))
                .as("a faulty rule does not keep the overrides from being checked")
                .isEqualTo(Calculator.check(written, RuleSet.none()));
    }

    @SuppressWarnings("NullAway")
    private static RuleResult nothing() {
        return null;
    }

    private static void isWhole(RuleProblem problem) {
        assertThat(List.of(problem.message(), problem.remedy())).allSatisfy(text -> {
            assertThat(text.en()).doesNotContainPattern(RUSSIAN);
            assertThat(text.ru()).containsPattern(RUSSIAN);
        });
    }

    private static RuleProblem onlyProblem(RuleSet rules) {
        List<RuleProblem> problems = problems(rules);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<RuleProblem> problems(RuleSet rules) {
        return fault(rules).problems();
    }

    private static FaultyRulesException fault(RuleSet rules) {
        return catchThrowableOfType(FaultyRulesException.class, () -> Calculator.plan(INPUT, rules));
    }
}
