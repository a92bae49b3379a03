package io.github.pg1c.secrets;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.ReissueReason;
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
        return reason.title();
    }
}
