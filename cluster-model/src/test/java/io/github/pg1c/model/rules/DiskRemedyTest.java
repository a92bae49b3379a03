package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The size that the message proposes suffices, and nothing less does. */
class DiskRemedyTest {

    private static final Pattern REMEDY = Pattern.compile(".*\\((walDisk|dataDisk): (\\d+)GB\\).*");

    @ParameterizedTest
    @CsvSource({
        "'walDisk: 50GB', ''",
        "'walDisk: 50GB', '{max_slot_wal_keep_size: 20GB}'",
        "'walDisk: 60GB', '{max_wal_size: 30GB}'",
        "'dataDisk: 20GB', ''",
        "'dataDisk: 20GB, walDisk: 100GB', 'apart'",
        "'walDisk: 20GB', 'apart {max_slot_wal_keep_size: 30GB}'"
    })
    void theProposedSizeIsTheLimit(String disks, String more) {
        Matcher remedy = REMEDY.matcher(problems(disks, more).get(0).remedy().en());
        assertThat(remedy.matches()).isTrue();
        String key = remedy.group(1);
        int size = Integer.parseInt(remedy.group(2));
        String others = disks.contains(",")
                ? disks.replaceAll("dataDisk: \\d+GB, ", ", ").strip()
                : "";

        assertThat(problems(key + ": " + size + "GB" + others, more)).isEmpty();
        assertThat(problems(key + ": " + (size - 1) + "GB" + others, more)).isNotEmpty();
    }

    @Test
    void theMessageShowsTheSum() {
        Problem problem = problems("walDisk: 50GB", "").get(0);

        assertThat(problem.message().en()).contains("Databases").contains("WAL between checkpoints");
        assertThat(problem.message().ru()).contains("Итого").contains("50 GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "cpus", "disk", "walDisk", "dataDisk"})
    void aNodeIsNotCalculatedWhileAFigureOfTheClusterInItsPlaceCannotBeRead(String unread) {
        String cluster = "resources: {" + unread + ": many}";
        String own = Stream.of("memory: 16GB", "cpus: 8", "disk: ssd", "walDisk: 40GB", "dataDisk: 40GB")
                .filter(figure -> !figure.startsWith(unread + ":"))
                .collect(Collectors.joining(", ", "resources: {", "}"));
        String text = ProblemCase.GOOD
                .replaceFirst("resources: \\{.*}", cluster)
                .replace("roles: [postgresql, haproxy]}", "roles: [postgresql, haproxy], " + own + "}");
        assertThat(text).contains(cluster, own);

        assertThat(SpecificationReader.read(text, "x.yaml").problems())
                .extracting(Problem::path)
                .containsExactly("resources." + unread);
    }

    /** How much of the databases lies elsewhere is not known then. */
    @Test
    void withTablespacesTheDiskOfTheDatabasesIsNotRefused() {
        String small = ProblemCase.GOOD.replace("disk: ssd", "disk: ssd, walDisk: 40GB");
        String spaces =
                small.replace("version: 17", "version: 17, tablespaces: [{name: cold, directory: /spaces/cold}]");

        assertThat(severities(small)).containsOnly(Severity.ERROR);
        assertThat(severities(spaces)).containsOnly(Severity.WARNING);
    }

    private static List<Severity> severities(String text) {
        return SpecificationReader.read(text, "x.yaml").problems().stream()
                .filter(problem -> problem.code().equals("PG1C-413"))
                .map(Problem::severity)
                .toList();
    }

    private static List<Problem> problems(String disks, String more) {
        String parameters = more.replace("apart", "").strip();
        String postgresql = (more.startsWith("apart") ? ", walDirectory: /var/lib/pgwal" : "")
                + (parameters.isEmpty() ? "" : ", parameters: " + parameters);
        String text = ProblemCase.GOOD
                .replace("version: 17", "version: 17" + postgresql)
                .replace("disk: ssd", "disk: ssd, " + disks);
        return SpecificationReader.read(text, "x.yaml").problems().stream()
                .filter(problem -> problem.code().matches("PG1C-41[34]"))
                .toList();
    }
}
