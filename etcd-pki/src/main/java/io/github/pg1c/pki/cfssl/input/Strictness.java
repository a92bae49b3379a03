package io.github.pg1c.pki.cfssl.input;

/**
 * How much of what cfssl accepts in silence is accepted here.
 *
 * @since 0.1
 */
public enum Strictness {
    /** The default: what would surprise later, or would be refused by a verifier, is refused now. */
    STRICT,
    /** As cfssl: what it accepts is accepted, and told as a warning. */
    COMPATIBLE
}
