package io.github.pg1c.maven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each goal that warns does so in a quiet run, too: {@code src/it/quiet} runs it. */
class QuietGoalsTest {

    private static final Pattern LINE = Pattern.compile("(?m)^invoker\\.goals\\.\\d+ = -q \\$\\{pg1c\\.plugin}:(\\S+)");

    /** Goals without a warning. */
    private static final Set<String> SILENT = Set.of("help", "history", "pause", "resume", "schema", "wait");

    /** Goals whose warnings need a state that the case does not have; the unit tests of their sentences have it. */
    private static final Set<String> OF_STATES =
            Set.of("config", "diff", "failover", "pki", "pki-import", "reinitialize");

    @Test
    void eachGoalIsRunOrNamedHere() throws IOException {
        Set<String> run = LINE.matcher(Files.readString(Path.of("src/it/quiet/invoker.properties")))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toSet());

        assertThat(run).doesNotContainAnyElementsOf(SILENT).doesNotContainAnyElementsOf(OF_STATES);
        run.addAll(SILENT);
        run.addAll(OF_STATES);
        assertThat(run).isEqualTo(PluginDescriptor.goals().keySet());
    }
}
