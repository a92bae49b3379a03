package io.github.pg1c.maven.generate;

import io.github.pg1c.base.file.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;

/** A hash of several items, separated from each other. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Fingerprint add(Object thing) {
        return add(thing.toString().getBytes(StandardCharsets.UTF_8));
    }

    Fingerprint add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Names, sizes, times and modes of all files of a tree, as git's index would see a change. */
    Fingerprint addTree(Path root) throws IOException {
        TreeMap<String, String> seen = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                seen.put(directory.toString(), mode(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                seen.put(
                        file.toString(),
                        attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey() + " "
                                + mode(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return add(seen);
    }

    private static String mode(Path file) throws IOException {
        if (!DurableFiles.posix(file)) {
            return "";
        }
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new TreeSet<>(attributes.permissions()) + " " + attributes.owner();
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
