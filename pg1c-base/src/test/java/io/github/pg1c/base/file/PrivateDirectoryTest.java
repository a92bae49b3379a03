package io.github.pg1c.base.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateDirectoryTest {

    @TempDir
    Path temporary;

    private Path root;
    private PrivateDirectory directory;

    @BeforeEach
    void place() {
        root = temporary.resolve("a/secrets");
        directory = PrivateDirectory.at(root);
    }

    @Test
    void createsEverythingForItsOwnerOnly() throws IOException {
        directory.write("nodes/db1/key.pem", "key\n");

        for (String made : List.of("a", "a/secrets", "a/secrets/nodes", "a/secrets/nodes/db1")) {
            assertThat(mode(temporary.resolve(made))).as(made).isEqualTo("rwx------");
        }
        assertThat(mode(root.resolve("nodes/db1/key.pem"))).isEqualTo("rw-------");
        assertThat(directory.readText("nodes/db1/key.pem")).contains("key\n");
        try (var left = Files.list(root.resolve("nodes/db1"))) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void replacesAFileAsAWholeWithAFreshOne() throws IOException {
        directory.write("passwords", "old");
        Path copy = Files.createLink(temporary.resolve("backup"), root.resolve("passwords"));
        allow(root.resolve("passwords"), "rw-rw-rw-");

        directory.write("passwords", "new");

        assertThat(directory.readText("passwords")).contains("new");
        assertThat(mode(root.resolve("passwords"))).isEqualTo("rw-------");
        // Somebody who still has the old file open, or a link to it, reads the old content.
        assertThat(copy).hasContent("old");
    }

    @Test
    void goesOnWhereAKilledRunLeftAHalfWrittenFile() throws IOException {
        directory.create();
        Files.writeString(root.resolve(".passwords.new"), "half");
        directory.write("passwords", "whole");
        assertThat(root.resolve("passwords")).hasContent("whole");
        assertThat(root.resolve(".passwords.new")).doesNotExist();
    }

    @Test
    void keepsOctetsAsTheyAre() {
        byte[] der = {0x30, (byte) 0x80, 0, (byte) 0xff};
        directory.write("index", der);
        assertThat(directory.read("index")).contains(der);
        assertThat(directory.read("other")).isEmpty();
        assertThat(directory.read("other/file")).isEmpty();
    }

    @Test
    void removesPermissionsOfOthers() throws IOException {
        directory.write("nodes/key.pem", "key");
        allow(root, "rwxr-xr-x");
        allow(root.resolve("nodes"), "rwxr-xr-x");
        allow(root.resolve("nodes/key.pem"), "rw-r--r--");

        directory.create();
        directory.tighten("nodes/key.pem");
        directory.write("nodes/other.pem", "key");

        assertThat(mode(root)).isEqualTo("rwx------");
        assertThat(mode(root.resolve("nodes"))).isEqualTo("rwx------");
        assertThat(mode(root.resolve("nodes/key.pem"))).isEqualTo("rw-------");
    }

    @Test
    void leavesStricterPermissionsAlone() throws IOException {
        directory.write("key.pem", "key");
        allow(root.resolve("key.pem"), "r--------");
        directory.tighten("key.pem");
        assertThat(mode(root.resolve("key.pem"))).isEqualTo("r--------");
    }

    @Test
    void followsNoSymbolicLink(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("victim"), "untouched");
        directory.create();
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("victim"));
        Files.createSymbolicLink(root.resolve("nodes"), outside);

        for (String path : new String[] {"file", "nodes/victim"}) {
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> directory.write(path, "x"))
                    .withMessageContaining("symbolic link");
            assertThatExceptionOfType(FileException.class).isThrownBy(() -> directory.read(path));
            assertThatExceptionOfType(FileException.class).isThrownBy(() -> directory.delete(path));
            assertThatExceptionOfType(FileException.class).isThrownBy(() -> directory.tighten(path));
            assertThatExceptionOfType(FileException.class).isThrownBy(() -> directory.lock(path));
        }
        PrivateDirectory linked = PrivateDirectory.at(Files.createSymbolicLink(temporary.resolve("link"), outside));
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(linked::create)
                .satisfies(e -> assertThat(e.path()).isEqualTo(temporary.resolve("link")));
        assertThat(outside.resolve("victim")).hasContent("untouched");
    }

    @Test
    void doesNotReplaceWhatIsNoFile() {
        directory.write("nodes/key.pem", "key");
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> directory.write("nodes", "x"))
                .satisfies(e -> assertThat(e.reason().ru()).isEqualTo("не обычный файл"))
                .withMessage(root.resolve("nodes") + ": not a regular file");
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> directory.read("nodes"));
    }

    @Test
    void removesAFileThatIsThere() {
        directory.write("key.pem", "key");
        directory.delete("key.pem");
        directory.delete("key.pem");
        assertThat(root).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.", "a\\b", "a\0b"})
    void refusesPathsThatCouldLeadOut(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> directory.write(path, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.read(path));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.file(path));
    }

    @Test
    void saysWhatCouldNotBeWritten() throws IOException {
        Files.writeString(temporary.resolve("a"), "a file where a directory should be");
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> directory.write("passwords", "x"))
                .withMessage(root.resolve("passwords") + ": cannot be written: " + temporary.resolve("a")
                        + " is a file, not a directory; move the file away, or name another directory")
                .withCauseInstanceOf(IOException.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
