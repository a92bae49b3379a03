package io.github.pg1c.base.secret;

import java.util.Objects;

/**
 * A value whose text form hides it, so that no message, log or debugger prints it by accident. Two secrets are never
 * equal: a comparison uses what {@link #reveal} returns.
 *
 * @since 0.1
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A secret of this value. */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value));
    }

    /** The value itself, for the one place that sends or stores it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
