package io.github.pg1c.base.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r-----");

    @TempDir
    Path directory;

    @Test
    void createsMovesAndSyncs() throws IOException {
        Path target = Files.writeString(directory.resolve("file"), "old");
        Path fresh = directory.resolve(".file.new");
        DurableFiles.create(fresh, new byte[] {1, 2}, MODE);
        assertThat(MODE).containsAll(Files.getPosixFilePermissions(fresh));
        DurableFiles.replace(fresh, target);
        DurableFiles.sync(directory);
        assertThat(target).hasBinaryContent(new byte[] {1, 2});
        assertThat(fresh).doesNotExist();
    }

    @Test
    void writesThroughALinkAndLeavesIt() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "a longer text than the new one");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("link"));

        DurableFiles.write(second, new byte[] {'n', 'e', 'w'});

        assertThat(file).hasContent("new").isRegularFile();
        assertThat(link).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactlyInAnyOrder(file, link, second);
        }
    }

    @Test
    void makesNothingWhereALinkLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("missing"));

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> DurableFiles.write(link, new byte[] {1}))
                .withMessageContaining(link + " is a symbolic link that leads nowhere");
        assertThat(link).isSymbolicLink();
        assertThat(directory.resolve("missing")).doesNotExist();
    }

    @Test
    void createsNothingOverAFileOrALink() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("missing"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> DurableFiles.create(file, new byte[0], MODE));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> DurableFiles.create(link, new byte[0], MODE));
        assertThat(file).hasContent("old");
    }
}
