package io.github.pg1c.bundle.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Bundles;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.testing.FileContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that dies between any two steps leaves the old bundle or the new one, whole, and loses nothing else. */
class KilledWriterTest {

    private static final Bundle OLD =
            Bundles.of(Map.of("README", "same\n", "a/changed", "old\n", "a/removed", "gone\n"));
    private static final Bundle NEW = Bundles.of(Map.of("README", "same\n", "a/changed", "new\n", "c/created", "x\n"));

    @TempDir
    private Path directory;

    @Test
    void leavesTheOldOrTheNewBundleWhole() throws IOException {
        int steps = stepsOfAWholeRun();
        assertThat(steps).isGreaterThan(15);
        for (int killed = 0; killed < steps; killed++) {
            Path output = start("run-" + killed);
            KillingSteps dying = new KillingSteps(killed);

            assertThatThrownBy(() -> new BundleWriter(output, dying).write(NEW, false))
                    .isInstanceOf(KillingSteps.Killed.class);

            Path bundle = output.resolve("zup");
            if (Files.exists(bundle, LinkOption.NOFOLLOW_LINKS)) {
                assertWhole(bundle, killed);
            }
            new BundleWriter(output, new RealFileSteps()).recover("zup");
            assertWhole(bundle, killed);
            assertThat(output.toFile().list()).as("after %d steps", killed).containsOnly("zup", "neighbour");

            new BundleWriter(output, new RealFileSteps()).write(NEW, false);
            assertThat(texts(bundle)).isEqualTo(expected(NEW));
        }
    }

    @Test
    void recoversFromARecoveryThatIsKilledItself() throws IOException {
        int steps = stepsOfAWholeRun();
        for (int killed = 0; killed < steps; killed++) {
            for (int again = 0; again < 4; again++) {
                Path output = start("run-" + killed + "-" + again);
                KillingSteps dying = new KillingSteps(killed);
                assertThatThrownBy(() -> new BundleWriter(output, dying).write(NEW, false))
                        .isInstanceOf(KillingSteps.Killed.class);
                try {
                    new BundleWriter(output, new KillingSteps(again)).recover("zup");
                } catch (KillingSteps.Killed e) {
                    assertThat(again).isLessThan(4);
                }
                new BundleWriter(output, new RealFileSteps()).recover("zup");
                assertWhole(output.resolve("zup"), killed);
            }
        }
    }

    @Test
    void plansAgainstTheBundleThatAKilledRunMovedAway() throws IOException {
        int steps = stepsOfAWholeRun();
        boolean absent = false;
        for (int killed = 0; killed < steps; killed++) {
            Path output = start("plan-" + killed);
            KillingSteps dying = new KillingSteps(killed);
            assertThatThrownBy(() -> new BundleWriter(output, dying).write(NEW, false))
                    .isInstanceOf(KillingSteps.Killed.class);
            absent |= !Files.exists(output.resolve("zup"));

            assertThat(new BundleWriter(output, new RealFileSteps()).plan(NEW, false))
                    .noneMatch(change -> change.path().equals("README") && change.kind() == FileChange.Kind.CREATED);
        }
        assertThat(absent)
                .as("one of the killed runs dies between the two renames")
                .isTrue();
    }

    private int stepsOfAWholeRun() throws IOException {
        Path output = start("whole");
        KillingSteps counting = new KillingSteps(Integer.MAX_VALUE);
        new BundleWriter(output, counting).write(NEW, false);
        return counting.done();
    }

    private Path start(String name) throws IOException {
        Path output = directory.resolve(name);
        new BundleWriter(output, new RealFileSteps()).write(OLD, false);
        Files.createDirectories(output.resolve("zup/notes"));
        Files.writeString(output.resolve("zup/notes/mine"), "mine\n");
        Files.writeString(output.resolve("neighbour"), "n\n");
        return output;
    }

    private static void assertWhole(Path bundle, int killed) {
        assertThat(texts(bundle)).as("after %d steps", killed).isIn(expected(OLD), expected(NEW));
    }

    private static SortedMap<String, String> expected(Bundle bundle) {
        SortedMap<String, String> texts = Bundles.texts(bundle);
        texts.put("notes/mine", "mine\n");
        return texts;
    }

    private static SortedMap<String, String> texts(Path bundle) {
        SortedMap<String, String> content = FileContents.of(bundle);
        content.values().removeIf("/"::equals);
        return content;
    }
}
