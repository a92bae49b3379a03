package io.github.pg1c.tuning.catalogue;

import io.github.pg1c.base.words.Text;

/**
 * Where Patroni keeps a parameter.
 *
 * @since 0.1
 */
public enum ParameterScope {
    /** In the dynamic configuration in the DCS: the same for all members and ignored in a local file. */
    DCS("DCS", "DCS"),
    /** In the local configuration of each node. */
    LOCAL("node", "узел");

    private final Text title;

    ParameterScope(String en, String ru) {
        this.title = Text.of(en, ru);
    }

    /** What it is, for people. */
    public Text title() {
        return title;
    }
}
