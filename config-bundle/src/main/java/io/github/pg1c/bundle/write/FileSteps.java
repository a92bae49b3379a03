package io.github.pg1c.bundle.write;

import java.io.IOException;
import java.nio.file.Path;

/** The single steps in which a bundle is written; after any of them the process may die. */
interface FileSteps {

    /** Creates a directory that everybody may enter. */
    void createDirectory(Path directory) throws IOException;

    /** Creates a file that must not exist, with its content on the disk. */
    void create(Path file, byte[] content, boolean executable) throws IOException;

    /** Makes the same file, or the same symbolic link, appear at a second place, with its time stamps. */
    void keep(Path from, Path to) throws IOException;

    /** Gives a directory the permissions of another one. */
    void permissions(Path from, Path to) throws IOException;

    /** Brings the names in a directory to the disk. */
    void sync(Path directory) throws IOException;

    /** Renames a directory to a name that is free. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file, a symbolic link or an empty directory. */
    void delete(Path path) throws IOException;
}
