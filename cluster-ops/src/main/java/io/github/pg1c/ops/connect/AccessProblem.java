package io.github.pg1c.ops.connect;

import io.github.pg1c.base.words.Text;
import java.nio.file.Path;

/**
 * Something that is missing or wrong before a cluster can be reached.
 *
 * @since 0.1
 */
public sealed interface AccessProblem {

    /** What a file is for. */
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
     * An address is none of a REST API.
     *
     * @param text the address as it was written
     */
    record MalformedAddress(String text) implements AccessProblem {}

    /**
     * A file is not there or not readable.
     *
     * @param kind what it is for
     * @param file the file
     * @param stored true for a file of the secrets directory, false for one that was named
     */
    record MissingFile(FileKind kind, Path file, boolean stored) implements AccessProblem {}

    /**
     * A file does not hold what it should.
     *
     * @param kind what it is for
     * @param file the file
     * @param reason what is wrong with it; names the file
     * @param remedy what to name instead
     */
    record UnusableFile(FileKind kind, Path file, Text reason, Text remedy) implements AccessProblem {}

    /** A client certificate was named without its key, or a key without its certificate. */
    record IncompleteCertificate() implements AccessProblem {}

    /** A user was named without a password, or a password without a user. */
    record IncompleteLogin() implements AccessProblem {}
}
