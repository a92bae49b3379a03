package io.github.pg1c.model;

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
        String binary) {}
