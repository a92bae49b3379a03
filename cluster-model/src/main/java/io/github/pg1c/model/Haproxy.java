package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.ComponentVersion;
import org.jspecify.annotations.Nullable;

/**
 * HAProxy: statistics and program; the entrance for clients is described by {@link Access}.
 *
 * @see <a href="https://docs.haproxy.org/3.0/configuration.html">HAProxy: configuration manual</a>
 * @since 0.1
 */
public record Haproxy(
        @Key(
                en = "Version where it differs from the platform's package.",
                ru = "Версия, если отличается от пакета платформы.",
                example = "3.0")
        @Nullable
        ComponentVersion version,

        @Key(en = "Port of the statistics page.", ru = "Порт страницы статистики.", otherwise = "8404")
        int statisticsPort,

        @Key(en = "Program.", ru = "Исполняемый файл.", example = "/usr/sbin/haproxy") @Nullable
        String binary) {

    /** The defaults of a section that the specification leaves out. */
    public static Haproxy defaults() {
        return KeyDefaults.of(Haproxy.class);
    }

    /** The same with another {@link #version()}. */
    public Haproxy withVersion(@Nullable ComponentVersion value) {
        return new Haproxy(value, statisticsPort, binary);
    }

    /** The same with another {@link #statisticsPort()}. */
    public Haproxy withStatisticsPort(int value) {
        return new Haproxy(version, value, binary);
    }

    /** The same with another {@link #binary()}. */
    public Haproxy withBinary(@Nullable String value) {
        return new Haproxy(version, statisticsPort, value);
    }
}
