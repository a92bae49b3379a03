package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.key.ReaderCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a file. */
final class FileFindings {

    private static final int SHOWN = 80;

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    void error(String code, String path, Location at, Text message, Text remedy) {
        problems.add(new Problem(code, Severity.ERROR, path, Optional.of(at), message, remedy));
    }

    void warning(String code, Location at, Text message, Text remedy) {
        problems.add(new Problem(code, Severity.WARNING, "", Optional.of(at), message, remedy));
    }

    void refused(UnreadableDocumentException refusal) {
        error(refusal.code(), "", refusal.at(), refusal.text(), refusal.remedy());
    }

    void alias(String path, String anchor, Location at) {
        String name = shown(anchor);
        error(
                ReaderCodes.ANCHOR,
                path,
                at,
                Text.of(
                        "no anchor '&" + name + "' is complete before this alias",
                        "до этой ссылки нет завершённого якоря «&" + name + "»"),
                Text.of(
                        "define the anchor above the first '*' that uses it, and not around it",
                        "определите якорь выше первой ссылки «*» на него и не вокруг неё"));
    }

    void key(String path, Location at) {
        error(
                ReaderCodes.KEY,
                path,
                at,
                Text.of("a key is not a word", "ключ — не слово"),
                Text.of("write 'key: value'", "напишите «ключ: значение»"));
    }

    void duplicate(String path, String key, Location first, Location at) {
        error(
                ReaderCodes.DUPLICATE_KEY,
                path,
                at,
                Text.of(
                        "key '" + shown(key) + "' is already on line " + first.line(),
                        "ключ «" + shown(key) + "» уже есть в строке " + first.line()),
                Text.of("keep one of them", "оставьте один из них"));
    }

    void merge(String path, Location at) {
        error(
                ReaderCodes.MERGE,
                path,
                at,
                Text.of("'<<' merges a value that is not a mapping", "«<<» подставляет не набор ключей"),
                Text.of(
                        "write '<<: *anchor', where the anchor stands on 'key: value' lines",
                        "напишите «<<: *якорь», где якорь стоит на строках «ключ: значение»"));
    }

    void tag(String path, String tag, Location at) {
        error(
                ReaderCodes.TAG,
                path,
                at,
                Text.of(
                        "tag '" + shown(tag) + "' has no meaning here",
                        "тег «" + shown(tag) + "» здесь не имеет смысла"),
                Text.of("remove it", "уберите его"));
    }

    /** A value as a message shows it: one line, not too long. */
    static String shown(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints()
                .limit(SHOWN)
                .forEach(point -> text.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                                ? '\uFFFD'
                                : point));
        return value.codePointCount(0, value.length()) > SHOWN ? text + "…" : text.toString();
    }
}
