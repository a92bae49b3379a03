package io.github.pg1c.bundle.part;

import java.util.List;

/**
 * A program among the files of a node that asks something outside of it before the installer changes anything. It gets
 * the root of the node's files, the root of its secret files, and {@code first} at the first installation; each line
 * that it prints is a problem.
 *
 * @param path absolute path of the program on the node
 * @param inputs absolute paths of the files whose change is a reason to ask again
 * @since 0.1
 */
public record Probe(String path, List<String> inputs) {

    public Probe {
        inputs = List.copyOf(inputs);
    }
}
