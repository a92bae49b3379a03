package io.github.pg1c.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a directory as values that can be compared, by their paths. */
public final class FileContents {

    private FileContents() {}

    /** The text of each file; a symbolic link shows its target, a directory a slash. */
    public static SortedMap<String, String> of(Path root) {
        return map(root, path -> {
            if (Files.isSymbolicLink(path)) {
                return "-> " + Files.readSymbolicLink(path);
            }
            return Files.isDirectory(path) ? "/" : Files.readString(path, StandardCharsets.ISO_8859_1);
        });
    }

    /** The time of the last change of each file and directory, with the identity of the file. */
    public static SortedMap<String, String> stamps(Path root) {
        return map(root, path -> attribute(path, "unix:ino") + " " + attribute(path, "lastModifiedTime"));
    }

    /** The permissions of each file and directory, as {@code rw-------}. */
    public static SortedMap<String, String> modes(Path root) {
        return map(
                root,
                path -> PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
    }

    private static Object attribute(Path path, String name) throws IOException {
        return Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS);
    }

    private interface Reading {
        String of(Path path) throws IOException;
    }

    private static SortedMap<String, String> map(Path root, Reading reading) {
        try (Stream<Path> paths = Files.walk(root)) {
            SortedMap<String, String> map = new TreeMap<>();
            for (Path path : paths.toList()) {
                map.put(root.relativize(path).toString(), reading.of(path));
            }
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
