package io.github.pg1c.tuning.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSetProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetsTest {

    private static final Preset ACME = new Preset("acme");

    /** Found by name, as a company's is. */
    public static final class Acme implements RuleSetProvider {
        @Override
        public List<RuleSet> ruleSets(RuleSet balanced) {
            return List.of(balanced.named(ACME, Text.same("Acme")).without("balanced.jit", Text.same("measured")));
        }
    }

    /** A provider whose second set has the name of a set that pg1c has. */
    public static final class Twin implements RuleSetProvider {
        @Override
        public List<RuleSet> ruleSets(RuleSet balanced) {
            return List.of(balanced.named(new Preset("twin"), Text.same("Twin")), balanced);
        }
    }

    /** A provider whose rules have an id that is taken. */
    public static final class Broken implements RuleSetProvider {
        @Override
        public List<RuleSet> ruleSets(RuleSet balanced) {
            return List.of(balanced.without("balanced.nothing", Text.same("measured")));
        }
    }

    @Test
    void pg1cBringsFourSets() {
        assertThat(RuleSets.builtIn().names()).isEqualTo("balanced, general, its-5866, initdb-1c-18");
        assertThat(RuleSets.builtIn().of(Preset.BALANCED).title().ru()).startsWith("Сбалансированный");
        assertThat(RuleSets.builtIn().of(Preset.BALANCED).ids())
                .allSatisfy(id -> assertThat(id).startsWith("balanced."));
    }

    /** The server does not start with a parameter that it does not know. */
    @Test
    void everyVersionAndBuildGetsOnlyParametersThatItHas() {
        Set<String> unknown = new TreeSet<>();
        for (Preset preset : RuleSets.builtIn().presets()) {
            for (Distribution build : Distribution.values()) {
                for (int major = PgMajor.OLDEST_SUPPORTED.number();
                        major <= PgMajor.NEWEST_SUPPORTED.number();
                        major++) {
                    TuningInput input = TuningInput.builder(MemorySize.ofGigabytes(64), 8, 200)
                            .preset(preset)
                            .distribution(build)
                            .major(new PgMajor(major))
                            .build();
                    ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), build);
                    Calculator.plan(input).parameters().stream()
                            .map(PlannedParameter::name)
                            .filter(name -> catalogue.find(name).isEmpty())
                            .forEach(name -> unknown.add(name + " in " + build.id() + " " + input.major()));
                }
            }
        }

        assertThat(unknown)
                .as("a rule of a parameter that not every version or build has ends in .where(f -> f.has(…))")
                .isEmpty();
    }

    @Test
    void ownSetIsFoundByItsName() {
        RuleSet own = RuleSets.builtIn().of(Preset.BALANCED).named(ACME, Text.same("Acme"));
        RuleSets sets = RuleSets.builtIn().with(own);

        assertThat(sets.of(ACME)).isSameAs(own);
        assertThat(sets.names()).endsWith(", acme");
        assertThat(RuleSets.builtIn().find(ACME)).isEmpty();
    }

    @Test
    void takenNameIsRefused() {
        assertThatThrownBy(() -> RuleSets.builtIn().with(RuleSets.builtIn().of(Preset.BALANCED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("balanced");
    }

    @Test
    void unknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> RuleSets.builtIn().of(ACME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown preset 'acme': write balanced, general, its-5866, initdb-1c-18");
    }

    @Test
    void providersOfAClassLoaderAreFound(@TempDir Path directory) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(RuleSetProvider.class.getName()), Acme.class.getName() + "\n");
        URL[] path = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            RuleSets sets = RuleSets.installed(loader);

            assertThat(sets.names()).isEqualTo("balanced, general, its-5866, initdb-1c-18, acme");
            assertThat(sets.of(ACME).switchedOff()).hasSize(1);
        }
        assertThat(RuleSets.installed(getClass().getClassLoader()).presets())
                .isEqualTo(RuleSets.builtIn().presets());
    }

    @Test
    void faultyProviderIsAProblemAndTheOthersAreFound(@TempDir Path directory) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(
                services.resolve(RuleSetProvider.class.getName()),
                List.of(Broken.class.getName(), "com.example.Gone", Twin.class.getName(), Acme.class.getName()));
        URL[] path = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            RuleSets sets = RuleSets.installed(loader);

            assertThat(sets.names()).isEqualTo("balanced, general, its-5866, initdb-1c-18, acme");
            assertThat(sets.problems())
                    .allSatisfy(problem -> assertThat(problem.kind()).isEqualTo(RuleProblem.Kind.PROVIDER))
                    .allSatisfy(problem -> assertThat(problem.message().ru()).startsWith("правила "))
                    .extracting(problem -> problem.message().en())
                    .satisfiesExactly(
                            text -> assertThat(text)
                                    .contains(Broken.class.getName())
                                    .contains("no rule 'balanced.nothing'"),
                            text -> assertThat(text).contains("com.example.Gone"),
                            text -> assertThat(text)
                                    .contains(Twin.class.getName())
                                    .contains("there is a preset 'balanced' already"));
        }
    }
}
