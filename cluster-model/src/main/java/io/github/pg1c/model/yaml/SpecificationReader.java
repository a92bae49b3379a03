package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.rules.ClusterValidator;
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
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a specification and reports everything that is wrong with it at once.
 *
 * <p>Nothing that a file can hold causes an exception: the worst file gives one problem.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 * @since 0.1
 */
public final class SpecificationReader {

    private static final Location START = new Location(1, 1);
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            (Problem problem) -> problem.location().orElse(START),
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    private SpecificationReader() {}

    /** Reads a file; one that cannot be read gives a problem that says why. */
    public static Specification read(Path file) {
        String origin = String.valueOf(file.getFileName());
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream.readNBytes(Source.LIMIT + 1), origin);
        } catch (IOException | SecurityException e) {
            Complaints complaints = new Complaints();
            boolean absent = e instanceof NoSuchFileException;
            complaints.error(
                    FileProblems.UNREADABLE,
                    "",
                    START,
                    Text.of(
                            origin + (absent ? " does not exist" : " cannot be read"),
                            absent ? "файла " + origin + " нет" : origin + " не удалось прочитать"),
                    Text.of(
                            "name a file that exists and that you may read",
                            "укажите существующий файл, доступный для чтения"));
            return new Specification(Optional.empty(), complaints.problems(), Source.sha256(new byte[0]));
        }
    }

    /**
     * Reads a text.
     *
     * @param origin what messages call it, for example the name of its file
     */
    public static Specification read(String text, String origin) {
        return read(text.getBytes(StandardCharsets.UTF_8), origin);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param origin what messages call it, for example the name of its file
     */
    public static Specification read(byte[] bytes, String origin) {
        Complaints complaints = new Complaints();
        Optional<Cluster> cluster = Optional.empty();
        try {
            cluster = cluster(Source.decode(bytes, origin, complaints), origin, complaints);
        } catch (Refusal refusal) {
            complaints.refused(refusal);
        } catch (YamlEngineException e) {
            SyntaxErrors.report(e, complaints);
        }
        List<Problem> problems = new ArrayList<>(complaints.problems());
        problems.sort(BY_PLACE);
        boolean refused = problems.stream().anyMatch(Problem::isError);
        return new Specification(refused ? Optional.empty() : cluster, problems, Source.sha256(bytes));
    }

    private static Optional<Cluster> cluster(String text, String origin, Complaints complaints) {
        Optional<YamlNode> document = new YamlComposer(text, complaints).document();
        if (document.isEmpty() || (document.get() instanceof YamlNode.Scalar scalar && scalar.nothing())) {
            throw new Refusal(
                    FileProblems.EMPTY,
                    START,
                    Text.of(origin + " is empty", "в " + origin + " ничего нет"),
                    Text.of("describe a cluster, beginning with 'name:'", "опишите кластер, начиная с «name:»"));
        }
        Places places = new Places();
        Cluster cluster = new Binder(complaints, places).bind(document.get());
        for (Problem problem : ClusterValidator.validate(cluster, places.broken())) {
            complaints.problems().add(problem.at(Optional.of(places.of(problem.path()))));
        }
        return Optional.of(cluster);
    }
}
