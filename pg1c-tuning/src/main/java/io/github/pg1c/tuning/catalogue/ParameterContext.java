package io.github.pg1c.tuning.catalogue;

import java.util.Arrays;
import java.util.Locale;

/**
 * When a parameter of PostgreSQL may change, as {@code pg_settings.context} says.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-settings.html">PostgreSQL: pg_settings</a>
 * @since 0.1
 */
public enum ParameterContext {
    /** Never by configuration: the server only shows the parameter. */
    INTERNAL,
    /** At the start of the server. */
    POSTMASTER,
    /** At a reload, for the whole server. */
    SIGHUP,
    /** At a reload, for new sessions; a superuser may set it when connecting. */
    SUPERUSER_BACKEND,
    /** At a reload, for new sessions; everybody may set it when connecting. */
    BACKEND,
    /** At a reload; a superuser may set it within a session. */
    SUPERUSER,
    /** At a reload; everybody may set it within a session. */
    USER;

    /**
     * Reads the server's word, for example {@code superuser-backend}.
     *
     * @throws IllegalArgumentException for an unknown word; the message names it
     */
    public static ParameterContext parse(String word) {
        return Arrays.stream(values())
                .filter(context -> context.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown context of a parameter '" + word + "'"));
    }

    /** The server's word for it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a running server needs to take a new value. */
    public Activation activation() {
        return this == POSTMASTER ? Activation.RESTART : Activation.RELOAD;
    }
}
