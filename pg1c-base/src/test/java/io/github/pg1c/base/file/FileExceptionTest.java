package io.github.pg1c.base.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that the file system refuses is explained with its place, its cause and what to do, in both languages. */
class FileExceptionTest {

    private static final byte[] CONTENT = "content\n".getBytes(StandardCharsets.US_ASCII);
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path directory;

    @Test
    void namesTheFileInPlaceOfADirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("out"));

        assertThat(writing(file.resolve("zup/bundle.json")))
                .isEqualTo("cannot be written: " + file + " is a file, not a directory;"
                        + " move the file away, or name another directory");
        assertThat(FileException.writing(file, new FileAlreadyExistsException("out"))
                        .reason()
                        .ru())
                .isEqualTo("не удалось записать: " + file + " — файл, а не каталог");
    }

    @Test
    void namesTheLinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("absent"));
        Path loop = Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));

        assertThat(writing(link.resolve("file"))).contains(link + " is a symbolic link that leads nowhere");
        assertThat(writing(loop.resolve("file"))).contains(loop + " is a symbolic link that leads nowhere");
    }

    @Test
    void namesADirectoryInPlaceOfTheFile() {
        assertThat(writing(directory)).isEqualTo("a directory is there; name a file");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 5000})
    void saysThatANameIsTooLong(int length) {
        assertThat(writing(directory.resolve("n".repeat(length)).resolve("n".repeat(length))))
                .startsWith("cannot be written: a name is too long");
    }

    @Test
    void countsTheCharactersOfANameWhereTheSystemDoes() throws IOException {
        String name = "ж".repeat(150);
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path file = windows.getPath("C:\\work").resolve(name);
            assertThat(reason(file)).isEqualTo("cannot be written: the system says “device error”");
            assertThat(reason(file.resolveSibling("ж".repeat(256)))).contains("255 characters");
        }
        assertThat(reason(directory.resolve(name))).contains("a name is too long, systems allow 255 bytes");
    }

    @Test
    void saysNothingOfTheLengthOfANameThatIsThere() throws IOException {
        try (FileSystem linux = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setAttributeViews("posix").build())) {
            Path place = Files.createDirectories(linux.getPath("/work").resolve("ж".repeat(150)));
            assertThat(reason(place.resolve("file"))).isEqualTo("cannot be written: the system says “device error”");
        }
    }

    @Test
    void takesAFileSystemWithoutASizeForNoFullDisk() {
        Path file = Path.of("/proc/pg1c-absent");
        assumeTrue(Files.isDirectory(file.resolveSibling("self")), "this system has no /proc");

        assertThat(reason(file)).doesNotContain("no space left");
        assertThat(FileException.writing(file, new NoSuchFileException(file.toString()))
                        .reason()
                        .en())
                .doesNotContain("no space left");
    }

    @Test
    void namesTheStep() {
        FileSystemException cause = new FileSystemException("x", null, "Input/output error");
        Path file = directory.resolve("x");
        assertThat(FileException.removing(file, cause).reason())
                .isEqualTo(Text.of(
                        "cannot be removed: the system says “Input/output error”",
                        "не удалось удалить: система сообщает: «Input/output error»"));
        assertThat(FileException.protecting(file, cause).reason())
                .isEqualTo(Text.of(
                        "cannot be closed to other users: the system says “Input/output error”",
                        "не удалось закрыть от других: система сообщает: «Input/output error»"));
    }

    private static String reason(Path file) {
        return FileException.writing(file, new FileSystemException(file.toString(), null, "device error"))
                .reason()
                .en();
    }

    @Test
    void saysThatTheNameOfTheTemporaryFileIsTooLong() {
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> PrivateDirectory.at(directory).write("n".repeat(253), "secret"))
                .withMessageContaining("a name is too long")
                .satisfies(e -> assertThat(e.path()).isEqualTo(directory.resolve("n".repeat(253))));
    }

    @Test
    void saysThatTheDiskIsFull() {
        assumeTrue(Files.isWritable(FULL), "this system has no /dev/full");

        assertThat(writing(FULL))
                .startsWith("cannot be written: the disk of /dev")
                .contains(" has no space left")
                .endsWith("free space, or name another directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "На устройстве не осталось свободного места",
                "There is not enough space on the disk"
            })
    void understandsTheSystemInOtherLanguages(String words) {
        assertThat(FileException.writing(directory, new IOException(words))
                        .reason()
                        .ru())
                .contains("кончилось место");
        assertThat(FileException.writing(directory, new FileSystemException("file", null, words))
                        .reason()
                        .en())
                .contains("no space left");
    }

    @Test
    void saysThatTheQuotaIsUsedUp() {
        assertThat(FileException.writing(directory, new IOException("Disk quota exceeded"))
                        .remedy()
                        .en())
                .isEqualTo("free space, or raise the quota");
    }

    @Test
    void saysWhoMayNotWriteAndWhere() throws IOException {
        Path closed = Files.createDirectory(
                directory.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeFalse(Files.isWritable(closed), "this user may write everywhere, as root may");

        assertThat(writing(closed.resolve("a/b")))
                .isEqualTo("cannot be written: user " + System.getProperty("user.name") + " may not write in " + closed
                        + "; give the user the right to write there, or name another directory");
    }

    @Test
    void explainsSmallAndReadOnlyFileSystems() throws Exception {
        Path place = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place), "this user may not mount");
        try {
            PrivateDirectory secrets = PrivateDirectory.at(place.resolve("secrets"));
            secrets.write("small", "s");
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> secrets.write("large", new byte[1 << 17]))
                    .satisfies(e -> assertThat(e.path()).isEqualTo(place.resolve("secrets/large")))
                    .satisfies(e -> assertThat(e.reason().en()).contains(" has no space left"));
            // Nothing of the secret stays.
            assertThat(secrets.root().toFile().list()).containsExactly("small");
            assertThat(writing(place.resolve("large"), new byte[1 << 17])).contains(" has no space left");
            assertThat(place.toFile().list()).containsExactly("secrets");

            assertThat(run("mount", "-o", "remount,ro", place)).isTrue();
            assertThat(writing(place.resolve("a/b")))
                    .isEqualTo("cannot be written: the file system of " + place + " is read-only;"
                            + " mount it for writing, or name another directory");
            assertThat(FileException.writing(place, new FileSystemException(place.toString()))
                            .reason()
                            .en())
                    .contains("read-only");
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> DirectoryLock.acquire(place.resolve("lock")))
                    .satisfies(e -> assertThat(e.reason().ru()).contains("только для чтения"));
            assertThat(run("mount", "-o", "remount,rw,size=1m", place)).isTrue();
            assertThat(FileException.writing(place, new FileSystemException(place.toString(), null, "busy"))
                            .sentence()
                            .en())
                    .contains("another file system is mounted there")
                    .endsWith("mount it at " + directory);
        } finally {
            assertThat(run("umount", place)).isTrue();
        }
    }

    @Test
    void explainsWhatCannotBeRead() throws IOException {
        assertThat(reading(directory.resolve("absent"))).isEqualTo("cannot be read: it does not exist; check the path");
        assertThat(reading(directory)).isEqualTo("cannot be read: it is a directory; name a file");
        Path loop = Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));
        assertThat(reading(loop)).contains(loop + " is a symbolic link that leads nowhere");
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(reading(file.resolve("below"))).contains(file + " is a file, not a directory");
        assertThat(FileException.reading(file, new MalformedInputException(1))
                        .sentence()
                        .ru())
                .isEqualTo(file + ": не удалось прочитать: это не текст в UTF-8; сохраните его в UTF-8");
    }

    @Test
    void quotesTheSystemWhenItKnowsNoMore() {
        assertThat(FileException.writing(
                                directory.resolve("x"), new FileSystemException("x", null, "Input/output error"))
                        .reason()
                        .en())
                .isEqualTo("cannot be written: the system says “Input/output error”");
        assertThat(FileException.writing(directory.resolve("x"), new IOException())
                        .reason()
                        .ru())
                .isEqualTo("не удалось записать: система сообщает: «IOException»");
    }

    /**
     * Reason and remedy of a file that cannot be written, in English; the Russian says the same about the same path.
     */
    private static String writing(Path file) {
        return writing(file, CONTENT);
    }

    private static String writing(Path file, byte[] content) {
        FileException failure = catchThrowableOfType(FileException.class, () -> DurableFiles.write(file, content));
        assertThat(failure.path()).isEqualTo(file);
        assertThat(failure.reason().ru()).isNotEqualTo(failure.reason().en()).containsPattern("[а-я]{3}");
        assertThat(failure.remedy().ru()).containsPattern("[а-я]{3}");
        assertThat(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT))
                .doesNotContain("exception");
        return failure.reason().en() + "; " + failure.remedy().en();
    }

    private static String reading(Path file) {
        try {
            Files.readAllBytes(file);
            throw new AssertionError(file + " was read");
        } catch (IOException e) {
            FileException failure = FileException.reading(file, e);
            return failure.reason().en() + "; " + failure.remedy().en();
        }
    }

    private static boolean run(Object... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(List.of(command).stream()
                                    .map(String::valueOf)
                                    .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
