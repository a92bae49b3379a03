package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.ComponentVersion;
import org.jspecify.annotations.Nullable;

/**
 * PgBouncer: port and program; its limits are calculated from the workload.
 *
 * @see <a href="https://www.pgbouncer.org/config.html">PgBouncer: configuration</a>
 * @since 0.1
 */
public record Pgbouncer(
        @Key(
                en = "Version where it differs from the platform's package.",
                ru = "Версия, если отличается от пакета платформы.",
                example = "1.24")
        @Nullable
        ComponentVersion version,

        @Key(en = "TCP port.", ru = "Порт TCP.", otherwise = "6432")
        int port,

        @Key(en = "Program.", ru = "Исполняемый файл.", example = "/usr/sbin/pgbouncer") @Nullable
        String binary) {

    /** The defaults of a section that the specification leaves out. */
    public static Pgbouncer defaults() {
        return KeyDefaults.of(Pgbouncer.class);
    }

    /** The same with another {@link #version()}. */
    public Pgbouncer withVersion(@Nullable ComponentVersion value) {
        return new Pgbouncer(value, port, binary);
    }

    /** The same with another {@link #port()}. */
    public Pgbouncer withPort(int value) {
        return new Pgbouncer(version, value, binary);
    }

    /** The same with another {@link #binary()}. */
    public Pgbouncer withBinary(@Nullable String value) {
        return new Pgbouncer(version, port, value);
    }
}
