package io.github.pg1c.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A directory's content as values that can be compared. */
public final class Trees {

    private Trees() {}

    /** Text of every file by its path; a symbolic link shows its target, a directory a slash. */
    public static SortedMap<String, String> content(Path root) {
        return map(root, path -> {
            try {
                if (Files.isSymbolicLink(path)) {
                    return "-> " + Files.readSymbolicLink(path);
                }
                return Files.isDirectory(path)
                        ? "/"
                        : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Time stamp of the last change of every file and directory, with the identity of the file. */
    public static SortedMap<String, String> stamps(Path root) {
        return map(root, path -> attribute(path, "unix:ino") + " " + attribute(path, "lastModifiedTime"));
    }

    public static SortedMap<String, String> modes(Path root) {
        return map(root, path -> {
            try {
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Object attribute(Path path, String name) {
        try {
            return Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> map(Path root, Function<Path, String> value) {
        try (Stream<Path> paths = Files.walk(root)) {
            SortedMap<String, String> map = new TreeMap<>();
            paths.forEach(path -> map.put(root.relativize(path).toString(), value.apply(path)));
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
