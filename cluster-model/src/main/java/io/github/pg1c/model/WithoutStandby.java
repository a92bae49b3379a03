package io.github.pg1c.model;

/**
 * The behaviour of a synchronous cluster whose last standby is gone.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/replication_modes.html">Patroni: replication modes</a>
 * @since 0.1
 */
public enum WithoutStandby {
    /** Writes go on; nobody is promoted until a standby is synchronous again. */
    CONTINUE,
    /** Commits wait until a standby is back ({@code synchronous_mode_strict}). */
    STOP
}
