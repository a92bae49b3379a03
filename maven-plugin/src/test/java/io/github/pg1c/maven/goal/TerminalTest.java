package io.github.pg1c.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person at a real terminal, which {@code script} of util-linux opens. */
class TerminalTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String END_OF_INPUT = "\u0004";

    @BeforeAll
    static void terminalsCanBeOpened() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "script of other systems has other options");
        assumeTrue(Files.isExecutable(SCRIPT), "no " + SCRIPT + " here");
    }

    @ParameterizedTest
    @CsvSource({"y, YES", "Yes, YES", "да, YES", "Д, YES", "n, NO", "'', NO", "yep, NO"})
    void onlyAYesAgrees(String typed, String told) throws IOException {
        assertThat(dialogue("confirmation", "person", List.of(new Turn("Switch over? [y/N] ", typed + "\n"))))
                .endsWith("told: " + told);
    }

    @Test
    void endOfInputIsNoAnswer() throws IOException {
        assertThat(dialogue("confirmation", "person", List.of(new Turn("Switch over? [y/N] ", END_OF_INPUT))))
                .endsWith("told: NOBODY");
        assertThat(dialogue("passphrase", "person", List.of(new Turn(": ", END_OF_INPUT))))
                .endsWith("told: none");
    }

    @Test
    void nobodyIsAskedInBatchMode() throws IOException {
        assertThat(dialogue("confirmation", "batch", List.of())).isEqualTo("told: NOBODY");
        assertThat(dialogue("passphrase", "batch", List.of())).isEqualTo("told: none");
    }

    @ParameterizedTest
    @CsvSource({"correct horse, correct horse, a passphrase", "correct horse, correct mule, none", "'', '', none"})
    void aNewPassphraseIsTypedTwiceAndNeverShown(String first, String second, String told) throws IOException {
        List<Turn> turns = first.isEmpty()
                ? List.of(new Turn(": ", "\n"))
                : List.of(new Turn(": ", first + "\n"), new Turn(": ", second + "\n"));
        assertThat(dialogue("passphrase", "person", turns))
                .endsWith("told: " + told)
                .doesNotContain("correct", "horse", "mule");
    }

    /** What a person does when the terminal shows something. */
    private record Turn(String shown, String typed) {}

    /** Everything that the terminal has shown in the end. */
    private static String dialogue(String question, String who, List<Turn> turns) throws IOException {
        String program = "'%s' -cp '%s' -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 %s %s %s"
                .formatted(
                        ProcessHandle.current().info().command().orElseThrow(),
                        System.getProperty("java.class.path"),
                        AskingProgram.class.getName(),
                        question,
                        who);
        Process process = new ProcessBuilder(SCRIPT.toString(), "--quiet", "--return", "-c", program, "/dev/null")
                .redirectErrorStream(true)
                .start();
        try (Reader screen = process.inputReader(StandardCharsets.UTF_8);
                OutputStream keyboard = process.getOutputStream()) {
            StringBuilder seen = new StringBuilder();
            for (Turn turn : turns) {
                readUntil(turn.shown(), screen, seen);
                keyboard.write(turn.typed().getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
            }
            int next;
            while ((next = screen.read()) >= 0) {
                seen.append((char) next);
            }
            return seen.toString().strip();
        } finally {
            process.destroy();
        }
    }

    private static void readUntil(String shown, Reader screen, StringBuilder seen) throws IOException {
        int from = seen.length();
        while (seen.indexOf(shown, from) < 0) {
            int next = screen.read();
            assertThat(next).as("ended after: %s", seen).isNotNegative();
            seen.append((char) next);
        }
    }
}
