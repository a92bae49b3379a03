package io.github.pg1c.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.speech.Console.Level;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MavenConsoleTest {

    /** A log as {@code mvn} has it, or {@code mvn -q}. */
    private static final class KeptLog extends SystemStreamLog {

        private final boolean quiet;
        private final List<String> lines = new ArrayList<>();

        KeptLog(boolean quiet) {
            this.quiet = quiet;
        }

        @Override
        public boolean isWarnEnabled() {
            return !quiet;
        }

        @Override
        public void debug(CharSequence line) {
            keep("debug", line, false);
        }

        @Override
        public void info(CharSequence line) {
            keep("info", line, !quiet);
        }

        @Override
        public void warn(CharSequence line) {
            keep("warn", line, !quiet);
        }

        @Override
        public void error(CharSequence line) {
            keep("error", line, true);
        }

        private void keep(String level, CharSequence line, boolean shown) {
            if (shown) {
                lines.add(level + " " + line);
            }
        }
    }

    private final List<String> error = new ArrayList<>();

    private List<String> said(boolean quiet) {
        KeptLog log = new KeptLog(quiet);
        MavenConsole console = new MavenConsole(log, error::add);
        for (Level level : Level.values()) {
            console.say(level, "a line");
        }
        return log.lines;
    }

    @Test
    void everyLevelHasItsPlaceInTheLog() {
        assertThat(said(false)).containsExactly("info a line", "warn a line", "error a line");
        assertThat(error).isEmpty();
    }

    @Test
    void aWarningOfAQuietRunGoesToStandardError() {
        assertThat(said(true)).containsExactly("error a line");
        assertThat(error).singleElement().asString().contains("WARNING").endsWith("] a line");
    }
}
