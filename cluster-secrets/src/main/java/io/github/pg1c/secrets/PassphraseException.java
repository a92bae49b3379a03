package io.github.pg1c.secrets;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;

/**
 * The keys of the authorities are encrypted, and the passphrase is missing or wrong. Nothing was issued.
 *
 * @since 0.1
 */
public final class PassphraseException extends PkiException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private PassphraseException(Text reason, boolean missing) {
        super(reason);
        this.missing = missing;
    }

    static PassphraseException missing() {
        return new PassphraseException(
                Text.of(
                        "the keys of the authorities are encrypted, and no passphrase was given",
                        "ключи центров зашифрованы, а парольная фраза не задана"),
                true);
    }

    static PassphraseException wrong() {
        return new PassphraseException(
                Text.of(
                        "the keys of the authorities are encrypted under another passphrase, or one of them is damaged",
                        "ключи центров зашифрованы другой парольной фразой, или один из них повреждён"),
                false);
    }

    /** True when there was none, false when it was wrong. */
    public boolean isMissing() {
        return missing;
    }
}
