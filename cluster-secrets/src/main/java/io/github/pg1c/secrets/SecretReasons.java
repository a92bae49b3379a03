package io.github.pg1c.secrets;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.ReissueReason;

/** Reasons why a secret is made. */
final class SecretReasons {

    static final Text MISSING = Text.of("there was none", "раньше не было");
    static final Text PASSWORD_CHANGED = Text.of("its password changed", "изменился пароль");
    static final Text OUTDATED = Text.of("what it is made from changed", "изменились исходные данные");

    private SecretReasons() {}

    /** What was done about a certificate and why, as part of a sentence; empty when nothing was. */
    static Text of(Issuance issuance) {
        Text reasons = Text.joined(
                "; ", issuance.reasons().stream().map(ReissueReason::title).toList());
        return switch (issuance.action()) {
            case KEPT, ISSUED, IMPORTED -> reasons;
            case REQUESTED ->
                Text.of(
                        "a request was written for the authority outside: " + reasons.en(),
                        "подготовлен запрос внешнему центру: " + reasons.ru());
            case AWAITED ->
                Text.of(
                        "an answer from outside is awaited: " + reasons.en(),
                        "ожидается ответ внешнего центра: " + reasons.ru());
            case RENEWED ->
                Text.of("renewed with the same key: " + reasons.en(), "перевыпущен с тем же ключом: " + reasons.ru());
        };
    }
}
