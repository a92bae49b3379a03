package io.github.pg1c.pki.cfssl.input;

/**
 * The treatment of inputs that cfssl accepts in silence.
 *
 * @since 0.1
 */
public enum Strictness {
    /** The default: refuses inputs with surprising results or results that a verifier refuses. */
    STRICT,
    /** As cfssl: accepts them with a warning. */
    COMPATIBLE
}
