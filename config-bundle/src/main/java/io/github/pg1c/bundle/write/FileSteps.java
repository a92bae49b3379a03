package io.github.pg1c.bundle.write;

import java.io.IOException;
import java.nio.file.Path;

/** The steps that write a bundle; the process may die after any of them. */
interface FileSteps {

    /** Creates a directory that everybody may enter. */
    void createDirectory(Path directory) throws IOException;

    /** Creates a new file and syncs its content to the disk. */
    void create(Path file, byte[] content, boolean executable) throws IOException;

    /** Gives a file or a symbolic link a second path, with the same time stamps. */
    void keep(Path from, Path to) throws IOException;

    /** Gives a directory the permissions of another one. */
    void permissions(Path from, Path to) throws IOException;

    /** Syncs a directory, so that the names in it are on the disk. */
    void sync(Path directory) throws IOException;

    /** Renames a directory to a name that is free. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file, a symbolic link or an empty directory. */
    void delete(Path path) throws IOException;
}
