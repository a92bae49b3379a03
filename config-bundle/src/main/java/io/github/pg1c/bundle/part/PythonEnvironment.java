package io.github.pg1c.bundle.part;

import java.util.List;

/**
 * A virtual environment of Python on a node.
 *
 * @param directory its directory
 * @param requirements what pip installs into it
 * @param programs absolute paths that lead to the programs of the same names in it
 * @since 0.1
 */
public record PythonEnvironment(String directory, List<String> requirements, List<String> programs) {

    public PythonEnvironment {
        requirements = List.copyOf(requirements);
        programs = List.copyOf(programs);
    }
}
