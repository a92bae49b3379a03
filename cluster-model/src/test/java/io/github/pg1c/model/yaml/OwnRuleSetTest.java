package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSetProvider;
import io.github.pg1c.tuning.rule.TuningRule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A specification names a set of rules of its own as its preset. */
class OwnRuleSetTest {

    private static final RuleSet ACME = RuleSets.builtIn()
            .of(Preset.BALANCED)
            .named(new Preset("acme"), Text.same("Acme"))
            .with(new LittleWorkMem());
    private static final RuleSets SETS = RuleSets.builtIn().with(ACME);

    /** As a company would write it. */
    private record LittleWorkMem() implements TuningRule {

        @Override
        public String id() {
            return "acme.work_mem";
        }

        @Override
        public String parameter() {
            return "work_mem";
        }

        @Override
        public Text reason() {
            return Text.of("Our reports are small.", "У нас небольшие отчёты.");
        }

        @Override
        public RuleResult calculate(RuleInput input) {
            return input.replaced().orElseThrow().atMost(MemorySize.parse("5MB"));
        }
    }

    /** A rule with a refused value, or one that throws. */
    private record Faulty(String parameter, @Nullable String value) implements TuningRule {

        @Override
        public String id() {
            return "acme." + parameter;
        }

        @Override
        public Text reason() {
            return Text.of("A test.", "Проверка.");
        }

        @Override
        public RuleResult calculate(RuleInput input) {
            if (value == null) {
                throw new IllegalStateException("no figures");
            }
            return RuleResult.of(value, "ours");
        }
    }

    @TempDir
    private Path directory;

    @Test
    void ownRulesReachThePlanOfEveryNode() {
        Specification specification = read("acme");

        assertThat(specification.problems()).isEmpty();
        assertThat(specification.cluster().orElseThrow().workload().preset()).isEqualTo(ACME);
        assertThat(ClusterTuning.of(specification.cluster().orElseThrow())
                        .plans()
                        .values())
                .containsExactlyElementsOf(
                        specification.plan().orElseThrow().tuning().plans().values())
                .allSatisfy(plan -> assertThat(plan.value("work_mem")).contains("5MB"))
                .extracting(TuningPlan::rules)
                .containsOnly(ACME);
    }

    @Test
    void unknownPresetIsRefusedWithTheKnownOnes() {
        assertThat(read("acmee").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("PG1C-024");
            assertThat(problem.path()).isEqualTo("workload.preset");
            assertThat(problem.remedy().en()).contains("acme").contains("its-5866");
        });
    }

    @Test
    void ownPresetIsUnknownWhereItsSetIsNotThere() {
        assertThat(SpecificationReader.read(text("acme"), "x.yaml").problems())
                .extracting(Problem::path)
                .containsExactly("workload.preset");
    }

    @Test
    void faultyRulesAreReportedWithAllOtherProblems() {
        RuleSet faulty = RuleSets.builtIn()
                .of(Preset.BALANCED)
                .named(new Preset("acme"), Text.same("Acme"))
                .with(new Faulty("work_mem", "64GBB"))
                .with(new Faulty("max_connections", "9999999"))
                .with(new Faulty("archive_timeout", null));
        String text = text("acme").replaceFirst("(?m)^  connections: \\d+", "  connections: 40000");
        Specification specification = SpecificationReader.read(
                text.getBytes(StandardCharsets.UTF_8),
                "x.yaml",
                RuleSets.builtIn().with(faulty));

        assertThat(specification.plan()).isEmpty();
        assertThat(specification.problems())
                .filteredOn(problem -> problem.path().equals("workload.preset"))
                .allSatisfy(problem -> {
                    assertThat(problem.isError()).isTrue();
                    assertThat(problem.location().map(Location::line)).contains(line(text, "preset: acme"));
                    assertThat(problem.message().ru())
                            .startsWith("правило acme.")
                            .contains("(источник user: ");
                })
                .extracting(
                        problem -> problem.code() + " " + problem.message().en().split(" ")[1])
                .containsExactlyInAnyOrder(
                        "PG1C-410 acme.work_mem", "PG1C-410 acme.max_connections", "PG1C-411 acme.archive_timeout");
        assertThat(specification.problems()).extracting(Problem::code).contains("PG1C-404");
    }

    @Test
    void doubtfulValueIsReportedOnceAndPlanned() {
        RuleSet doubtful = RuleSets.builtIn()
                .of(Preset.BALANCED)
                .named(new Preset("acme"), Text.same("Acme"))
                .with(new Faulty("vendor_secret_switch", "on"));
        Specification specification = SpecificationReader.read(
                text("acme").getBytes(StandardCharsets.UTF_8),
                "x.yaml",
                RuleSets.builtIn().with(doubtful));

        assertThat(specification.plan()).isPresent();
        assertThat(specification.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("PG1C-412");
            assertThat(problem.isError()).isFalse();
            assertThat(problem.path()).isEqualTo("workload.preset");
        });
    }

    @Test
    void faultyProviderIsReported() throws IOException {
        URL[] path = {services("com.example.Gone").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Specification specification = SpecificationReader.read(
                    text("balanced").getBytes(StandardCharsets.UTF_8), "x.yaml", RuleSets.installed(loader));

            assertThat(specification.plan()).isEmpty();
            assertThat(specification.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("PG1C-032");
                assertThat(problem.isError()).isTrue();
                assertThat(problem.message().ru()).startsWith("правила ").contains("com.example.Gone");
            });
        }
    }

    private Path services(String provider) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(RuleSetProvider.class.getName()), provider + "\n");
        return directory;
    }

    private static int line(String text, String marker) {
        return (int) text.substring(0, text.indexOf(marker)).lines().count();
    }

    private static Specification read(String preset) {
        return SpecificationReader.read(text(preset).getBytes(StandardCharsets.UTF_8), "x.yaml", SETS);
    }

    private static String text(String preset) {
        String zup = Systems.ZUP.text();
        String changed = zup.replaceFirst("(?m)^workload:\\n", "workload:\n  preset: " + preset + "\n");
        assertThat(changed).isNotEqualTo(zup);
        return changed;
    }
}
