package io.github.pg1c.model.program;

/**
 * How the programs of a component come to a node.
 *
 * @since 0.1
 */
public enum ProgramOrigin {
    /** Packages of the system or of a vendor. */
    PACKAGE,
    /** An archive whose programs are copied to their places. */
    ARCHIVE,
    /** A virtual environment of Python, filled by pip. */
    PYTHON,
    /** Brought by somebody else; only checked. */
    PRESENT
}
