package io.github.pg1c.tuning.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The files that a configuration includes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html#CONFIG-INCLUDES">PostgreSQL: managing
 *     configuration file contents</a>
 * @since 0.1
 */
public interface ConfFiles {

    /** A path as it is written in a file: itself when it is absolute, otherwise from the directory of that file. */
    String resolve(String file, String path);

    /**
     * The content of a file; empty when there is none.
     *
     * @throws IOException when it exists and cannot be read
     */
    Optional<String> text(String path) throws IOException;

    /**
     * The names of the files in a directory, in any order, without directories; empty when there is no such directory.
     *
     * @throws IOException when it exists and cannot be read
     */
    Optional<List<String>> names(String path) throws IOException;
}
