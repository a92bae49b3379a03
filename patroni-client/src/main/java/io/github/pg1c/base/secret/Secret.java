package io.github.pg1c.base.secret;

import java.util.Objects;

/**
 * A password on its way to Patroni; its text form hides it.
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

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
