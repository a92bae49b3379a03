package io.github.pg1c.model.yaml;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.ReaderCodes;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.plan.Planning;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a specification and reports everything that is wrong with it at once.
 *
 * <p>No content of a file causes an exception.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 * @since 0.1
 */
public final class SpecificationReader {

    private static final String PRESET = "workload.preset";
    private static final Location START = new Location(1, 1);
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            (Problem problem) -> problem.location().orElse(START),
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    private SpecificationReader() {}

    /** Reads a file; one that cannot be read gives a problem that says why. */
    public static Specification read(Path file) {
        return read(file, RuleSets.builtIn());
    }

    /**
     * Reads a file; one that cannot be read gives a problem that says why.
     *
     * @param ruleSets sets that {@code workload.preset} may name
     */
    public static Specification read(Path file, RuleSets ruleSets) {
        String origin = String.valueOf(file.getFileName());
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream.readNBytes(FileText.LIMIT + 1), origin, ruleSets);
        } catch (IOException | SecurityException e) {
            FileFindings findings = new FileFindings();
            boolean absent = e instanceof NoSuchFileException;
            FileException failure = FileException.reading(
                    file, e instanceof IOException cause ? cause : new IOException(e.getMessage(), e));
            findings.error(
                    ReaderCodes.UNREADABLE,
                    "",
                    START,
                    absent
                            ? Text.of(origin + " does not exist", "файла " + origin + " нет")
                            : Text.of(
                                    origin + " " + failure.reason().en(),
                                    origin + " " + failure.reason().ru()),
                    failure.remedy());
            return new Specification(Optional.empty(), findings.problems(), Sha256.of(new byte[0]));
        }
    }

    /**
     * Reads a text.
     *
     * @param origin its name in messages, for example that of the file
     */
    public static Specification read(String text, String origin) {
        return read(text.getBytes(StandardCharsets.UTF_8), origin);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param origin its name in messages, for example that of the file
     */
    public static Specification read(byte[] bytes, String origin) {
        return read(bytes, origin, RuleSets.builtIn());
    }

    /**
     * Reads the bytes of a file.
     *
     * @param origin its name in messages, for example that of the file
     * @param ruleSets sets that {@code workload.preset} may name
     */
    public static Specification read(byte[] bytes, String origin, RuleSets ruleSets) {
        return read(bytes, origin, ruleSets, Calculator::plan);
    }

    static Specification read(
            byte[] bytes, String origin, RuleSets ruleSets, BiFunction<TuningInput, RuleSet, TuningPlan> calculator) {
        FileFindings findings = new FileFindings();
        Optional<ClusterPlan> plan = Optional.empty();
        try {
            plan = plan(FileText.decode(bytes, origin, findings), origin, findings, ruleSets, calculator);
        } catch (UnreadableDocumentException refusal) {
            findings.refused(refusal);
        } catch (YamlEngineException e) {
            SyntaxErrors.report(e, findings);
        }
        List<Problem> problems = new ArrayList<>(findings.problems());
        problems.sort(BY_PLACE);
        boolean refused = problems.stream().anyMatch(Problem::isError);
        return new Specification(refused ? Optional.empty() : plan, problems, Sha256.of(bytes));
    }

    private static Optional<ClusterPlan> plan(
            String text,
            String origin,
            FileFindings findings,
            RuleSets ruleSets,
            BiFunction<TuningInput, RuleSet, TuningPlan> calculator) {
        Optional<YamlNode> document = new YamlComposer(text, findings).document();
        if (document.isEmpty() || (document.get() instanceof YamlNode.Scalar scalar && scalar.nothing())) {
            throw new UnreadableDocumentException(
                    ReaderCodes.EMPTY,
                    START,
                    Text.of(origin + " is empty", "в " + origin + " ничего нет"),
                    Text.of("describe a cluster, beginning with 'name:'", "опишите кластер, начиная с «name:»"));
        }
        KeyLocations places = new KeyLocations();
        Cluster cluster = new Binder(findings, places, ruleSets).bind(document.get());
        for (RuleProblem problem : ruleSets.problems()) {
            findings.error(ReaderCodes.OWN_RULES, PRESET, places.of(PRESET), problem.message(), problem.remedy());
        }
        Planning planning = Planning.of(cluster, places.broken(), calculator);
        for (Problem problem : planning.problems()) {
            findings.problems().add(problem.at(Optional.of(places.of(problem.path()))));
        }
        return planning.plan();
    }
}
