package io.github.pg1c.pki.store;
import java.util.Locale;

/**
 * Why a certificate on disk is not good enough any more.
 *
 * @since 0.1
 */
public enum ReissueReason {
    /** There is no certificate. */
    MISSING,
    /** There is a file, but no certificate can be read from it. */
    UNREADABLE,
    /** There is no private key. */
    KEY_MISSING,
    /** There is a key file, but no key can be read from it. */
    KEY_UNREADABLE,
    /** The private key is not the certificate's. */
    KEY_MISMATCH,
    /** The certificate was not issued by the authority that is asked for now, or that authority is new. */
    CHAIN,
    /** The subject or the alternative names differ from those asked for. */
    NAMES_CHANGED,
    /** The usages differ from those of the purpose. */
    USAGES_CHANGED,
    /** The end of its life is near, or past. */
    EXPIRING,
    /** Its life has not begun: the clock of the machine that issued it was ahead. */
    NOT_YET_VALID,
    /** The authority has a new generation, and this one is of the old. */
    GENERATION,
    /** It was revoked; for a list of revocations: they changed. */
    REVOKED,
    /** A person asked for it. */
    REQUESTED;

    /** The name in reports: {@code key-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when the key cannot be used further either. */
    boolean needsNewKey() {
        return this == KEY_MISSING || this == KEY_UNREADABLE || this == KEY_MISMATCH || this == REVOKED;
    }
}
