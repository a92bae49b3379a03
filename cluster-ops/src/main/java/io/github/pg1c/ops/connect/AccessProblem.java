package io.github.pg1c.ops.connect;

import io.github.pg1c.base.words.Text;
import java.nio.file.Path;

/**
 * A missing or wrong parameter of the access to a cluster.
 *
 * @since 0.1
 */
public sealed interface AccessProblem {

    /** The use of a file. */
    enum FileKind {
        /** Authorities that vouch for the REST APIs. */
        AUTHORITY,
        /** The client certificate. */
        CERTIFICATE,
        /** The key of the client certificate. */
        PRIVATE_KEY,
        /** The password of the REST API. */
        PASSWORD
    }

    /**
     * An address is not that of a REST API.
     *
     * @param text the address as it was written
     */
    record MalformedAddress(String text) implements AccessProblem {}

    /**
     * A file is absent or not readable.
     *
     * @param kind its use
     * @param file the file
     * @param stored true for a file of the secrets directory, false for one that was named
     */
    record MissingFile(FileKind kind, Path file, boolean stored) implements AccessProblem {}

    /**
     * A file has other content than required.
     *
     * @param kind its use
     * @param file the file
     * @param reason what is wrong with it; names the file
     * @param remedy the file to name instead
     */
    record UnusableFile(FileKind kind, Path file, Text reason, Text remedy) implements AccessProblem {}

    /** A client certificate was named without its key, or a key without its certificate. */
    record IncompleteCertificate() implements AccessProblem {}

    /** A user was named without a password, or a password without a user. */
    record IncompleteLogin() implements AccessProblem {}
}
