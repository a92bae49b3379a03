package io.github.pg1c.bundle.write;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.text.RelativePaths;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a directory, by path relative to it; symbolic links are not followed.
 *
 * @param root the directory
 * @param entries everything below it
 */
record FileTree(Path root, SortedMap<String, Kind> entries) {

    enum Kind {
        FILE,
        DIRECTORY,
        LINK
    }

    public FileTree {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** The present contents of the directory; empty when it does not exist. */
    static FileTree read(Path root) {
        SortedMap<String, Kind> entries = new TreeMap<>();
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return new FileTree(root, entries);
        }
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileException(
                    root,
                    Text.of(
                            "not a real directory: a bundle is not written through a link or over a file",
                            "это не каталог: через ссылку и поверх файла конфигурация не записывается"),
                    Text.of(
                            "move it away, or name another output directory",
                            "уберите это или укажите другой каталог"));
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    if (!directory.equals(root)) {
                        entries.put(RelativePaths.between(root, directory), Kind.DIRECTORY);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    entries.put(RelativePaths.between(root, file), attributes.isSymbolicLink() ? Kind.LINK : Kind.FILE);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw FileException.reading(root, e);
        }
        return new FileTree(root, entries);
    }

    @Nullable
    Kind kind(String path) {
        return entries.get(path);
    }

    Path file(String path) {
        Path result = root;
        for (String name : path.split("/", -1)) {
            result = result.resolve(name);
        }
        return result;
    }

    byte[] content(String path) {
        try {
            return Files.readAllBytes(file(path));
        } catch (IOException e) {
            throw FileException.reading(file(path), e);
        }
    }

    String sha256(String path) {
        return Sha256.of(content(path));
    }

    /** Whether its owner may run the file; always true on a file system without permissions. */
    boolean executable(String path) {
        return Files.isExecutable(file(path));
    }

    /** The entries below the directory with this path. */
    SortedMap<String, Kind> below(String path) {
        // '0' is the character after '/'.
        return entries.subMap(path + "/", path + "0");
    }
}
