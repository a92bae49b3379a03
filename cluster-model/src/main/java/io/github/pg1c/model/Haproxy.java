package io.github.pg1c.model;

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
        String binary) {}
