package io.github.pg1c.pki.cfssl;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong with an input, and what to write instead.
 *
 * @param rule what was broken
 * @param isError whether it prevents issuing; a warning does not
 * @param file the name of the input
 * @param line from 1 on, or 0 when the problem is not in a text
 * @param column from 1 on, or 0
 * @param path of the key, as {@code signing.profiles.etcd.expiry}
 * @param arguments the values in the sentences
 * @since 0.1
 */
public record CfsslProblem(
        CfsslRule rule, boolean isError, String file, int line, int column, String path, List<String> arguments) {
    private static final Locale RUSSIAN = new Locale("ru");

    /** Takes a copy of the arguments. */
    public CfsslProblem {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong, with the offending value; in Russian for a Russian locale, else in English. */
    public String message(Locale locale) {
        return Sentences.fill(isRussian(locale) ? rule.messageRu() : rule.messageEn(), arguments);
    }

    /** What to write instead. */
    public String remedy(Locale locale) {
        return Sentences.fill(isRussian(locale) ? rule.remedyRu() : rule.remedyEn(), arguments);
    }

    /** One line for people: place, severity, rule, path, message, remedy. */
    public String toString(Locale locale) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        String severity = isRussian(locale) ? isError ? "ошибка" : "предупреждение" : isError ? "error" : "warning";
        String key = path.isEmpty() ? "" : path + ": ";
        return place + ": " + severity + " " + rule.id() + ": " + key + message(locale) + "; " + remedy(locale);
    }

    /** The line in English. */
    @Override
    public String toString() {
        return toString(Locale.ENGLISH);
    }

    private static boolean isRussian(Locale locale) {
        return locale.getLanguage().equals(RUSSIAN.getLanguage());
    }
}
