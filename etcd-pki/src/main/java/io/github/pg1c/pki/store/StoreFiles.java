package io.github.pg1c.pki.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file operations of a store. It is an interface, so that a test can stop between any two writes. Paths are
 * relative to the store. A character of a text is one octet (ISO 8859-1), so DER and damaged files are texts, too.
 */
interface StoreFiles {
    /** The text of a file, or empty when there is none. */
    Optional<String> read(Path path);

    /** Replaces the file as a whole, or creates it, readable by its owner only. */
    void replace(Path path, String text);

    /** Removes the file, if there is one. */
    void delete(Path path);

    /** Removes access of users other than the owner. */
    void tighten(Path path);

    /** Locks the store against other processes until the lock is closed. */
    Lock lock();

    /** A held lock. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }
}
