package io.github.pg1c.patroni.config;

import java.util.Locale;

/**
 * Whether the primary waits for standbys.
 *
 * @param kind the meaning
 * @param text the value in the configuration
 * @since 0.1
 */
public record SynchronousMode(Kind kind, String text) {
    /** The meaning of a value. */
    public enum Kind {
        /** The primary waits for no standby. */
        OFF,
        /** The primary waits for named standbys. */
        ON,
        /** The primary waits for enough of a set of standbys; Patroni 4.0 and later. */
        QUORUM,
        /** A value that this library does not know. */
        UNKNOWN
    }

    /** The mode of a value, with all of Patroni's words for true and false. */
    public static SynchronousMode of(String text) {
        return new SynchronousMode(
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "on", "true", "yes", "1" -> Kind.ON;
                    case "", "off", "false", "no", "0", "null" -> Kind.OFF;
                    case "quorum" -> Kind.QUORUM;
                    default -> Kind.UNKNOWN;
                },
                text);
    }

    @Override
    public String toString() {
        return text;
    }
}
