package io.github.pg1c.model.patroni;

import java.util.Locale;

/**
 * The two kinds of replication slots.
 *
 * @since 0.1
 */
public enum SlotType {
    /** Keeps WAL for a standby or a receiver of WAL. */
    PHYSICAL,
    /** Keeps WAL of one database for an output plugin. */
    LOGICAL;

    /** The word of the specification and of Patroni. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
