package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.ComponentVersion;
import org.jspecify.annotations.Nullable;

/**
 * Patroni: port, program, watchdog.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html">Patroni: YAML configuration</a>
 * @since 0.1
 */
public record Patroni(
        @Key(
                en = "Version where it differs from the platform's package.",
                ru = "Версия, если отличается от пакета платформы.",
                example = "3.3")
        @Nullable
        ComponentVersion version,

        @Key(en = "Port of the REST API.", ru = "Порт REST API.", otherwise = "8008")
        int port,

        @Key(en = "Program.", ru = "Исполняемый файл.", example = "/usr/local/bin/patroni") @Nullable
        String binary,

        @Key(
                en = "Whether Patroni's Python has the systemd binding, so that its unit may wait for readiness.",
                ru = "Есть ли у Python, на котором работает Patroni, модуль systemd, чтобы юнит мог ждать готовности.")
        @Nullable
        Boolean systemdNotify,

        @Key(
                en = "Hardware or software watchdog: automatic, required or off.",
                ru = "Сторожевой таймер: automatic, required или off.",
                otherwise = "automatic")
        Watchdog watchdog) {

    /** How Patroni uses {@code /dev/watchdog}. */
    public enum Watchdog {
        /** Used if the device exists. */
        AUTOMATIC,
        /** A node without the device never becomes leader. */
        REQUIRED,
        /** Not used. */
        OFF
    }

    /** The defaults of a section that the specification leaves out. */
    public static Patroni defaults() {
        return KeyDefaults.of(Patroni.class);
    }

    /** The same with another {@link #version()}. */
    public Patroni withVersion(@Nullable ComponentVersion value) {
        return new Patroni(value, port, binary, systemdNotify, watchdog);
    }

    /** The same with another {@link #port()}. */
    public Patroni withPort(int value) {
        return new Patroni(version, value, binary, systemdNotify, watchdog);
    }

    /** The same with another {@link #binary()}. */
    public Patroni withBinary(@Nullable String value) {
        return new Patroni(version, port, value, systemdNotify, watchdog);
    }

    /** The same with another {@link #systemdNotify()}. */
    public Patroni withSystemdNotify(@Nullable Boolean value) {
        return new Patroni(version, port, binary, value, watchdog);
    }

    /** The same with another {@link #watchdog()}. */
    public Patroni withWatchdog(Watchdog value) {
        return new Patroni(version, port, binary, systemdNotify, value);
    }
}
