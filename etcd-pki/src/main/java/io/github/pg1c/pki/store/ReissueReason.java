package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import java.util.Locale;

/**
 * The reason for issuing a certificate again.
 *
 * @since 0.1
 */
public enum ReissueReason {
    /** There is no certificate. */
    MISSING("there was no certificate", "сертификата не было"),
    /** There is a file, but no certificate can be read from it. */
    UNREADABLE("the certificate could not be read", "сертификат не удалось прочитать"),
    /** There is no private key. */
    KEY_MISSING("there was no key", "ключа не было"),
    /** There is a key file, but no key can be read from it. */
    KEY_UNREADABLE("the key could not be read", "ключ не удалось прочитать"),
    /** The private key is not the certificate's. */
    KEY_MISMATCH("the key was not the certificate's", "ключ не соответствовал сертификату"),
    /** The planned authority did not issue the certificate, or the authority is new. */
    CHAIN("another authority had issued it", "выпущен другим удостоверяющим центром"),
    /** The subject or the alternative names differ from the requested ones. */
    NAMES_CHANGED("names or addresses changed", "изменились имена или адреса"),
    /** The usages differ from those of the purpose. */
    USAGES_CHANGED("its usages changed", "изменилось назначение"),
    /** The end of its life is near, or past. */
    EXPIRING("its life ends soon or has ended", "срок действия истекает или истёк"),
    /** Its life has not begun, because the clock of the issuing machine was ahead. */
    NOT_YET_VALID("its life had not begun", "срок действия ещё не начался"),
    /** The authority has a new generation, and this one is of the old. */
    GENERATION("the authority has a new key", "у удостоверяющего центра новый ключ"),
    /** It was revoked; for a revocation list, the revocations changed. */
    REVOKED("it was revoked", "сертификат отозван"),
    /** A person asked for it. */
    REQUESTED("it was asked for", "по запросу");

    private final Text title;

    ReissueReason(String en, String ru) {
        this.title = Text.of(en, ru);
    }

    /** The reason in words, as part of a sentence. */
    public Text title() {
        return title;
    }

    /** The name in reports: {@code key-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when the key must be replaced too. */
    boolean needsNewKey() {
        return this == KEY_MISSING || this == KEY_UNREADABLE || this == KEY_MISMATCH || this == REVOKED;
    }
}
