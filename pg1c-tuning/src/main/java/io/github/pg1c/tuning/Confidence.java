package io.github.pg1c.tuning;

/**
 * How well a figure is founded.
 *
 * @since 0.1
 */
public enum Confidence {
    /** The source itself was read in full. */
    VERIFIED,
    /** An excerpt or a quotation of the source was seen. */
    SEEN,
    /** Calculated from a verified formula, or measured. */
    COMPUTED,
    /** General knowledge without a particular source. */
    KNOWN,
    /** This project's own judgement. */
    PROPOSAL
}
