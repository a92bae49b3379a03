package io.github.pg1c.secrets.content;

/** A value that never shows itself: {@code toString} is blind, so that no message, log or debugger prints it by accident. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value; called only where a secret file's text is put together. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
