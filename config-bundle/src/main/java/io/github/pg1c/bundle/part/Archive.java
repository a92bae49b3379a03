package io.github.pg1c.bundle.part;

import java.util.List;

/**
 * An archive whose programs are copied to their places on a node.
 *
 * @param file name of the file, or its absolute path on the node
 * @param sha256 its SHA-256 in lower case
 * @param programs absolute paths of the programs; each has the name that it has in the archive
 * @since 0.1
 */
public record Archive(String file, String sha256, List<String> programs) {

    public Archive {
        programs = List.copyOf(programs);
    }
}
