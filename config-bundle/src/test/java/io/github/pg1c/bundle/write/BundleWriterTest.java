package io.github.pg1c.bundle.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.pg1c.base.file.DirectoryLock;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Bundles;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.testing.FileContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {

    private static final Bundle OLD = Bundles.of(
            Map.of("README", "same\n", "a/b/changed", "old\n", "a/removed/file", "gone\n", "a/run.sh", "#!/bin/sh\n"));
    private static final Bundle NEW = Bundles.of(
            Map.of("README", "same\n", "a/b/changed", "new\n", "c/created", "x\n", "a/run.sh", "#!/bin/sh\n"));

    @TempDir
    private Path output;

    private Path directory;
    private BundleWriter writer;

    @BeforeEach
    void writer() {
        writer = new BundleWriter(output, new RealFileSteps());
        directory = output.resolve("zup");
    }

    @Test
    void writesEveryFileWithItsMode() {
        assertThat(writer.write(OLD, false)).allMatch(change -> change.kind() == FileChange.Kind.CREATED);

        Bundles.texts(OLD)
                .forEach((path, text) -> assertThat(directory.resolve(path)).hasContent(text));
        assertThat(FileContents.modes(directory))
                .containsEntry("README", "rw-r--r--")
                .containsEntry("a/run.sh", "rwxr-xr-x")
                .containsEntry("a/b", "rwxr-xr-x")
                .containsEntry(Manifest.FILE, "rw-r--r--");
    }

    @Test
    void leavesNothingBesideTheBundle() {
        writer.write(OLD, false);
        writer.write(NEW, false);

        assertThat(output).isDirectoryContaining(path -> path.endsWith("zup")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void touchesNothingWhenNothingChanged() {
        writer.write(OLD, false);
        SortedMap<String, String> before = FileContents.stamps(output);

        assertThat(writer.write(OLD, false)).allMatch(change -> change.kind() == FileChange.Kind.UNCHANGED);

        assertThat(FileContents.stamps(output)).isEqualTo(before);
    }

    @Test
    void reportsAndMakesExactlyTheDifference() {
        writer.write(OLD, false);

        assertThat(writer.write(NEW, false))
                .extracting(change -> change.kind() + " " + change.path())
                .containsExactly(
                        "UNCHANGED README",
                        "CHANGED a/b/changed",
                        "REMOVED a/removed/file",
                        "UNCHANGED a/run.sh",
                        "CHANGED bundle.json",
                        "CREATED c/created");
        assertThat(directory.resolve("a/removed")).doesNotExist();
        assertThat(directory.resolve("a/b/changed")).hasContent("new\n");
    }

    @Test
    void keepsTheTimeStampOfAFileThatDidNotChange() throws IOException {
        writer.write(OLD, false);
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(directory.resolve("README"), time);

        writer.write(NEW, false);

        assertThat(Files.getLastModifiedTime(directory.resolve("README"))).isEqualTo(time);
    }

    @Test
    void keepsWhatItDidNotWrite() throws IOException {
        writer.write(OLD, false);
        Files.createDirectories(directory.resolve("notes/empty"));
        Files.writeString(directory.resolve("a/removed/mine"), "mine\n");
        Files.createSymbolicLink(directory.resolve("notes/link"), Path.of("../README"));
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(directory.resolve("a/removed/mine"), time);

        writer.write(NEW, false);

        assertThat(directory.resolve("a/removed/mine")).hasContent("mine\n");
        assertThat(Files.getLastModifiedTime(directory.resolve("a/removed/mine")))
                .isEqualTo(time);
        assertThat(directory.resolve("notes/empty")).isEmptyDirectory();
        assertThat(Files.readSymbolicLink(directory.resolve("notes/link"))).isEqualTo(Path.of("../README"));
        assertThat(directory.resolve("a/removed/file")).doesNotExist();
    }

    @Test
    void namesEveryForeignAndEveryEditedFileAndWritesNothing() throws IOException {
        writer.write(OLD, false);
        Files.writeString(directory.resolve("a/b/changed"), "edited\n");
        Files.writeString(directory.resolve("a/removed/file"), "edited\n");
        Files.createDirectories(directory.resolve("c"));
        Files.writeString(directory.resolve("c/created"), "foreign\n");
        SortedMap<String, String> before = FileContents.of(output);

        assertThatExceptionOfType(ForeignFilesException.class)
                .isThrownBy(() -> writer.write(NEW, false))
                .satisfies(refusal -> assertThat(refusal.files())
                        .containsExactly(
                                directory.resolve("a/b/changed"),
                                directory.resolve("a/removed/file"),
                                directory.resolve("c/created")));

        assertThat(FileContents.of(output)).isEqualTo(before);
    }

    @Test
    void replacesThemWhenTold() throws IOException {
        writer.write(OLD, false);
        Files.writeString(directory.resolve("a/b/changed"), "edited\n");
        Files.createDirectories(directory.resolve("c"));
        Files.writeString(directory.resolve("c/created"), "foreign\n");

        writer.write(NEW, true);

        Bundles.texts(NEW)
                .forEach((path, text) -> assertThat(directory.resolve(path)).hasContent(text));
    }

    @Test
    void refusesADirectoryFullOfForeignFilesEvenWhenTold() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("a"), "a file where a directory must be\n");
        assertThatExceptionOfType(ForeignFilesException.class).isThrownBy(() -> writer.write(NEW, false));

        Files.createDirectories(directory.resolve("README/mine"));
        Files.writeString(directory.resolve("README/mine/file"), "mine\n");
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> writer.write(NEW, true));
        assertThat(directory.resolve("README/mine/file")).hasContent("mine\n");
    }

    @Test
    void doesNotFollowSymbolicLinks(@TempDir Path outside) throws IOException {
        Files.createSymbolicLink(directory, outside);
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> writer.write(NEW, true));
        Files.delete(directory);

        Files.createDirectories(directory);
        Files.createSymbolicLink(directory.resolve("c"), outside);
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> writer.write(NEW, true));
        Files.delete(directory.resolve("c"));

        Files.createSymbolicLink(directory.resolve("README"), outside.resolve("victim"));
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> writer.write(NEW, true));

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesABundleOfALaterVersion() throws IOException {
        writer.write(OLD, false);
        Path manifest = directory.resolve(Manifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace("\"formatVersion\": 2", "\"formatVersion\": 3"));
        SortedMap<String, String> before = FileContents.of(output);

        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> writer.write(NEW, true))
                .withMessageContaining("format 3");

        assertThat(FileContents.of(output)).isEqualTo(before);
    }

    @Test
    void refusesToWorkBesideAnotherRun() throws IOException {
        try (DirectoryLock other = DirectoryLock.acquire(output.resolve(".zup.pg1c-lock"))) {
            assertThat(other).isNotNull();
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> writer.write(OLD, false))
                    .withMessageContaining("another run of pg1c is writing here");
        }
        writer.write(OLD, false);

        assertThat(directory).exists();
    }

    @Test
    void bringsBackTheRightToRunAProgram() throws IOException {
        writer.write(OLD, false);
        Files.setPosixFilePermissions(directory.resolve("a/run.sh"), PosixFilePermissions.fromString("rw-r--r--"));

        writer.write(OLD, false);

        assertThat(FileContents.modes(directory)).containsEntry("a/run.sh", "rwxr-xr-x");
    }

    @Test
    void takesEverythingBackWhenTheDiskIsFullAtAnyStep() {
        writer.write(OLD, false);
        SortedMap<String, String> before = FileContents.of(output);
        boolean refused = true;
        for (int step = 0; refused; step++) {
            RefusingFileSteps full = new RefusingFileSteps(step);
            BundleWriter refusing = new BundleWriter(output, full);

            Throwable failure = catchThrowable(() -> refusing.stage(NEW, false).close());

            refused = full.refused();
            assertThat(failure == null).isNotEqualTo(refused);
            if (failure != null) {
                assertThat(failure)
                        .isInstanceOf(FileException.class)
                        .hasMessageContaining("has no space left")
                        .hasMessageStartingWith(directory + ": ");
            }
            assertThat(FileContents.of(output)).as("after %d steps", step).isEqualTo(before);
        }
    }

    @Test
    void leavesAWholeBundleWhenTheDiskRefusesAnyStepOfTheWrite() {
        Set<SortedMap<String, String>> seen = new HashSet<>();
        boolean refused = true;
        for (int step = 0; refused; step++) {
            writer.write(OLD, true);
            RefusingFileSteps full = new RefusingFileSteps(step);

            Throwable failure = catchThrowable(() -> new BundleWriter(output, full).write(NEW, true));

            refused = full.refused();
            assertThat(failure != null).isEqualTo(refused);
            SortedMap<String, String> left = FileContents.of(directory);
            left.values().removeIf("/"::equals);
            assertThat(left).as("after %d steps", step).isIn(Bundles.texts(OLD), Bundles.texts(NEW));
            if (refused) {
                seen.add(left);
            }
        }
        assertThat(seen).as("the last step fails behind the new bundle").hasSize(2);
    }

    @Test
    void leavesNoDirectoryBehindWhenTheFirstBundleCannotBeWritten() {
        Path deep = output.resolve("a/b");

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> new BundleWriter(deep, new RefusingFileSteps(5)).write(OLD, false));

        assertThat(output).isEmptyDirectory();
    }

    @Test
    void replacesTheOldBundleOnlyWhenTheNewOneIsCommitted() {
        writer.write(OLD, false);
        try (StagedBundle staged = writer.stage(NEW, false)) {
            assertThat(staged.changes()).anyMatch(change -> change.kind() == FileChange.Kind.CREATED);
            assertThat(directory.resolve("a/b/changed")).hasContent("old\n");
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> writer.write(NEW, false))
                    .withMessageContaining("another run of pg1c is writing here");
            staged.commit();
            assertThat(directory.resolve("a/b/changed")).hasContent("new\n");
        }
        assertThat(output).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void forgetsAFirstBundleThatIsNotCommitted() {
        writer.stage(NEW, false).close();

        assertThat(output).isEmptyDirectory();
    }

    @Test
    void doesNotTakeAKilledFirstBundleForAWholeOneBeforeItIsCommitted() {
        CrashingFileSteps counting = new CrashingFileSteps(Integer.MAX_VALUE);
        new BundleWriter(output.resolve("counted"), counting).stage(NEW, false).close();
        // The steps of the staging; those of its removal are fewer than its files.
        CrashingFileSteps dying = new CrashingFileSteps(counting.done() / 2 + 1);
        assertThatThrownBy(
                        () -> new BundleWriter(output, dying).stage(NEW, false).close())
                .isInstanceOf(CrashingFileSteps.Killed.class);

        assertThat(new BundleWriter(output, new RealFileSteps()).manifest("zup"))
                .isEmpty();
    }

    @Test
    void saysWhatStandsInTheWayOfTheOutputDirectory() throws IOException {
        Path file = Files.createFile(output.resolve("file"));
        Path link = Files.createSymbolicLink(output.resolve("link"), output.resolve("absent"));

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> new BundleWriter(file).write(OLD, false))
                .withMessageContaining(file + " is a file, not a directory");
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> new BundleWriter(link.resolve("out")).write(OLD, false))
                .withMessageContaining(link + " is a symbolic link that leads nowhere");
    }
}
