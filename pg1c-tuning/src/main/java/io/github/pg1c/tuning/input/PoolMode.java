package io.github.pg1c.tuning.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * When a pooler gives a connection to another client, if there is one.
 *
 * @see <a href="https://www.pgbouncer.org/config.html#pool_mode">PgBouncer: pool_mode</a>
 * @since 0.1
 */
public enum PoolMode {
    /** After the client has gone; the only mode that 1C works in. */
    SESSION,
    /** After each transaction: 1C loses its SETs and its temporary tables. */
    TRANSACTION,
    /** After each statement: no transactions at all. */
    STATEMENT,
    /** No pooler runs beside PostgreSQL. */
    OFF;

    /**
     * Reads {@code session}, {@code transaction}, {@code statement} or {@code off}.
     *
     * @throws IllegalArgumentException for anything else; the message names the value
     */
    public static PoolMode parse(String id) {
        return Arrays.stream(values())
                .filter(mode -> mode.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown mode of the pool '" + id + "': write "
                        + Arrays.stream(values()).map(PoolMode::id).collect(Collectors.joining(", "))));
    }

    /** The name in {@code pgbouncer.ini} and in specifications, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
