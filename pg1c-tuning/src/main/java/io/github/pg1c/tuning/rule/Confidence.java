package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;

/**
 * How well a figure is founded.
 *
 * @since 0.1
 */
public enum Confidence {
    /** The source itself was read in full. */
    VERIFIED("verified", "проверено"),
    /** An excerpt or a quotation of the source was seen. */
    SEEN("seen", "видели выдержку"),
    /** Calculated from a verified formula, or measured. */
    COMPUTED("computed", "вычислено"),
    /** General knowledge without a particular source. */
    KNOWN("known", "общеизвестно"),
    /** This project's own judgement. */
    PROPOSAL("proposal", "предложение");

    private final Text title;

    Confidence(String en, String ru) {
        this.title = Text.of(en, ru);
    }

    /** What it is, for people. */
    public Text title() {
        return title;
    }
}
