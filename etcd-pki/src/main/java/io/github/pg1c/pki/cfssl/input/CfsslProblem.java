package io.github.pg1c.pki.cfssl.input;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import java.util.List;

/**
 * A problem of an input, and its remedy.
 *
 * @param rule the broken rule
 * @param isError whether it prevents issuing; a warning does not
 * @param file the name of the input
 * @param line from 1 on, or 0 when the problem is not in a text
 * @param column from 1 on, or 0
 * @param path of the key, as {@code signing.profiles.etcd.expiry}
 * @param arguments the values in the sentences
 * @since 0.1
 */
public record CfsslProblem(
        CfsslRule rule, boolean isError, String file, int line, int column, String path, List<Text> arguments) {
    /** Takes a copy of the arguments. */
    public CfsslProblem {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong, with the offending value. */
    public Text message() {
        return Sentences.fill(rule.message(), arguments);
    }

    /** What to write instead. */
    public Text remedy() {
        return Sentences.fill(rule.remedy(), arguments);
    }

    /** One line for people: place, severity, rule, path, message, remedy. */
    public String toString(Language language) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        String severity = (isError ? Severity.ERROR : Severity.WARNING).title().in(language);
        String key = path.isEmpty() ? "" : path + ": ";
        return place + ": " + severity + " " + rule.id() + ": " + key
                + message().in(language) + "; " + remedy().in(language);
    }

    /** The line in English. */
    @Override
    public String toString() {
        return toString(Language.EN);
    }
}
