package io.github.pg1c.secrets;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Issuance;
import io.github.pg1c.pki.ReissueReason;
import java.util.stream.Collectors;

/**
 * Why a secret is made, in words.
 *
 * @since 0.1
 */
public final class SecretReasons {

    static final Text MISSING = Text.of("there was none", "раньше не было");
    static final Text PASSWORD_CHANGED = Text.of("its password changed", "изменился пароль");
    static final Text OUTDATED = Text.of("what it is made from changed", "изменились исходные данные");

    private SecretReasons() {}

    /** What was done about a certificate and why, as part of a sentence; empty when nothing was. */
    public static String of(Issuance issuance, Language language) {
        String reasons = issuance.reasons().stream()
                .map(reason -> text(reason).in(language))
                .collect(Collectors.joining("; "));
        return switch (issuance.action()) {
            case KEPT, ISSUED, IMPORTED -> reasons;
            case REQUESTED ->
                Text.of("a request was written for the authority outside: ", "подготовлен запрос внешнему центру: ")
                                .in(language)
                        + reasons;
            case AWAITED ->
                Text.of("an answer from outside is awaited: ", "ожидается ответ внешнего центра: ")
                                .in(language)
                        + reasons;
            case RENEWED ->
                Text.of("renewed with the same key: ", "перевыпущен с тем же ключом: ")
                                .in(language)
                        + reasons;
        };
    }

    /** Why a certificate is not good enough any more, as part of a sentence. */
    public static Text text(ReissueReason reason) {
        return switch (reason) {
            case MISSING -> Text.of("there was no certificate", "сертификата не было");
            case UNREADABLE -> Text.of("the certificate could not be read", "сертификат не удалось прочитать");
            case KEY_MISSING -> Text.of("there was no key", "ключа не было");
            case KEY_UNREADABLE -> Text.of("the key could not be read", "ключ не удалось прочитать");
            case KEY_MISMATCH -> Text.of("the key was not the certificate's", "ключ не соответствовал сертификату");
            case CHAIN -> Text.of("another authority had issued it", "выпущен другим удостоверяющим центром");
            case NAMES_CHANGED -> Text.of("names or addresses changed", "изменились имена или адреса");
            case USAGES_CHANGED -> Text.of("its usages changed", "изменилось назначение");
            case EXPIRING -> Text.of("its life ends soon or has ended", "срок действия истекает или истёк");
            case GENERATION -> Text.of("the authority has a new key", "у удостоверяющего центра новый ключ");
            case REVOKED -> Text.of("it was revoked", "сертификат отозван");
            case REQUESTED -> Text.of("it was asked for", "по запросу");
            case NOT_YET_VALID -> Text.of("its life had not begun", "срок действия ещё не начался");
        };
    }
}
