package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the message proposes does fit, and nothing more would. */
class MemoryRemedyTest {

    private static final Pattern REMEDY =
            Pattern.compile("give the node (\\d+)GB of memory, or let 1C open (\\d+) connections at most");

    @Test
    void theProposedFiguresAreTheLimits() {
        Matcher remedy = REMEDY.matcher(problems(3000, 4).get(0).remedy().en());
        assertThat(remedy.matches()).isTrue();
        int memory = Integer.parseInt(remedy.group(1));
        int connections = Integer.parseInt(remedy.group(2));

        assertThat(problems(3000, memory)).isEmpty();
        assertThat(problems(3000, memory - 1)).isNotEmpty();
        assertThat(problems(connections, 4)).isEmpty();
        assertThat(problems(connections + 1, 4)).isNotEmpty();
    }

    @Test
    void theMessageShowsTheSum() {
        Problem problem = problems(3000, 4).get(0);

        assertThat(problem.message().en()).contains("Shared buffers").contains("4096 MB");
        assertThat(problem.message().ru()).contains("Итого").contains("4096 MB");
    }

    private static List<Problem> problems(int connections, int gigabytes) {
        String text = ProblemCase.GOOD
                .replace("connections: 100", "connections: " + connections)
                .replace("16GB", gigabytes + "GB");
        return SpecificationReader.read(text, "x.yaml").problems().stream()
                .filter(problem -> problem.code().equals("PG1C-404"))
                .toList();
    }
}
