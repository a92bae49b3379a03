package io.github.pg1c.tuning.catalogue;

import io.github.pg1c.base.words.Text;

/**
 * What a running server needs to take a new value.
 *
 * @since 0.1
 */
public enum Activation {
    /** A reload. */
    RELOAD("reload", "перечитывание"),
    /** A restart. */
    RESTART("restart", "перезапуск");

    private final Text title;

    Activation(String en, String ru) {
        this.title = Text.of(en, ru);
    }

    /** What it is, for people. */
    public Text title() {
        return title;
    }
}
