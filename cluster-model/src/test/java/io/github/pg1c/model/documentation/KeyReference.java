package io.github.pg1c.model.documentation;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.EnumWords;
import io.github.pg1c.model.key.ScalarTypes;
import io.github.pg1c.model.key.SectionKey;
import java.util.List;
import java.util.Map;

/** The reference page of all keys in one language. */
final class KeyReference {

    private static final Text TITLE = Text.of("Keys of a specification", "Ключи описания кластера");
    private static final Text ABOUT = Text.of(
            "One YAML 1.2 file describes one cluster. Unknown keys are errors; keys that begin with `x-` may "
                    + "stand at the top level to hold anchors. Aliases and merge keys (`<<: *anchor`) work.\n\n"
                    + "Sizes: a number and `kB`, `MB`, `GB` or `TB`, powers of 1024. Durations: a whole number "
                    + "and `ms`, `s`, `min`, `h` or `d`.",
            "Один файл YAML 1.2 описывает один кластер. Неизвестный ключ — ошибка; на верхнем уровне допустимы "
                    + "ключи, начинающиеся с `x-`, в них удобно держать якоря. Ссылки и ключи слияния (`<<: "
                    + "*якорь`) работают.\n\n"
                    + "Размеры: число и `kB`, `MB`, `GB` или `TB`, степени 1024. Длительности: целое число и "
                    + "`ms`, `s`, `min`, `h` или `d`.");
    private static final List<Text> HEAD = List.of(
            Text.of("key", "ключ"),
            Text.of("meaning", "смысл"),
            Text.of("value", "значение"),
            Text.of("default", "по умолчанию"));
    private static final Text MANDATORY = Text.of("**mandatory**", "**обязателен**");
    private static final Text SECTION = Text.of("section", "раздел");
    private static final Text SECTIONS = Text.of("list of sections", "список разделов");
    private static final Text NUMBER = Text.of("whole number", "целое число");
    private static final Text PAIRS = Text.of("names and values", "имена и значения");
    private static final Text LIST = Text.of("list", "список");
    private static final Text EXAMPLE = Text.of("for example", "например");

    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private KeyReference(Language language) {
        this.language = language;
    }

    static String page(Language language) {
        KeyReference reference = new KeyReference(language);
        reference
                .text
                .append("# ")
                .append(TITLE.in(language))
                .append("\n\n")
                .append(ABOUT.in(language))
                .append("\n\n");
        reference.section("", Cluster.class, "");
        return reference.text.toString().stripTrailing() + "\n";
    }

    private void section(String path, Class<?> type, String about) {
        if (!path.isEmpty()) {
            text.append("\n## ").append(path).append("\n\n").append(about).append("\n\n");
        }
        TextTable table = new TextTable().row(HEAD.stream().map(this::say).toList());
        List<SectionKey> keys = SectionKey.of(type);
        keys.forEach(key -> table.row(row(key)));
        text.append(table.markdown());
        for (SectionKey key : keys) {
            if (key.section()) {
                String child = (path.isEmpty() ? "" : path + ".") + key.name() + (key.list() ? "[]" : "");
                section(
                        child,
                        key.element(),
                        say(Text.of(key.key().en(), key.key().ru())));
            }
        }
    }

    private List<String> row(SectionKey key) {
        String otherwise = key.key().otherwise();
        return List.of(
                "`" + key.name() + "`",
                say(Text.of(key.key().en(), key.key().ru())),
                value(key),
                key.key().required() ? say(MANDATORY) : otherwise.isEmpty() ? "" : "`" + otherwise + "`");
    }

    private String value(SectionKey key) {
        if (key.section()) {
            return say(key.list() ? SECTIONS : SECTION);
        }
        if (key.type() == Map.class) {
            return say(PAIRS) + example(key);
        }
        return (key.list() ? say(LIST) + ": " : "") + kind(key.element()) + example(key);
    }

    private String kind(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return say(NUMBER);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "`true`, `false`";
        }
        if (type.isEnum()) {
            return "`" + String.join("`, `", EnumWords.of(type).keySet()) + "`";
        }
        return say(ScalarTypes.of(type).orElseThrow().noun());
    }

    private String example(SectionKey key) {
        return key.key().example().isEmpty()
                ? ""
                : ", " + say(EXAMPLE) + " `" + key.key().example().replaceAll("\\s+", " ") + "`";
    }

    private String say(Text words) {
        return words.in(language);
    }
}
