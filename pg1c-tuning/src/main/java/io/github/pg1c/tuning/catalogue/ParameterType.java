package io.github.pg1c.tuning.catalogue;

/**
 * The kind of value that a parameter of PostgreSQL takes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">PostgreSQL: setting parameters</a>
 * @since 0.1
 */
public enum ParameterType {
    /** {@code on} or {@code off}. */
    BOOL,
    /** One of a list of words. */
    ENUM,
    /** A whole number, perhaps with a unit. */
    INTEGER,
    /** A number with a fraction, perhaps with a unit. */
    REAL,
    /** Any text. */
    STRING
}
