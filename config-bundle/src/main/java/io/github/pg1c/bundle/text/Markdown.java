package io.github.pg1c.bundle.text;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Markdown page in one language, built block by block, so that both languages have the same structure.
 *
 * <p>Prose is written by pg1c; values of the specification come in through {@link #code} and {@link #plain} only.
 */
public final class Markdown {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Language language;
    private final StringBuilder text = new StringBuilder();

    public Markdown(Language language) {
        this.language = language;
    }

    public String say(Text words) {
        return words.in(language);
    }

    public Markdown title(String title) {
        return block("# " + title);
    }

    /** A chapter with an anchor. */
    public Markdown chapter(String anchor, String title) {
        return block("<a id=\"" + anchor + "\"></a>\n\n## " + title);
    }

    public Markdown section(Text title) {
        return block("### " + say(title));
    }

    public Markdown paragraph(Text words) {
        return block(oneLine(say(words)));
    }

    public Markdown bullets(List<Text> items) {
        return block(items.stream().map(item -> "- " + oneLine(say(item))).collect(Collectors.joining("\n")));
    }

    public Markdown bullets(Text... items) {
        return bullets(List.of(items));
    }

    /** Commands to copy. */
    Markdown commands(List<String> lines) {
        return block("```sh\n" + String.join("\n", lines) + "\n```");
    }

    /** Commands to copy. */
    public Markdown commands(String... lines) {
        return commands(List.of(lines));
    }

    /** Lines of a specification to copy. */
    public Markdown yaml(String... lines) {
        return block("```yaml\n" + String.join("\n", lines) + "\n```");
    }

    /** Commands with the place where they run. */
    public Markdown on(Text place, String... lines) {
        return paragraph(Text.of("**" + place.en() + ":**", "**" + place.ru() + ":**"))
                .commands(lines);
    }

    /** Commands for nodes; nodes with the same commands share a block. */
    public Markdown onEach(List<Node> nodes, Function<Node, List<String>> commands) {
        alike(nodes, commands).forEach((lines, group) -> on(atEach(group), lines.toArray(String[]::new)));
        return this;
    }

    /** The expected output of the commands above. */
    public Markdown expect(Text words) {
        return paragraph(Text.of("→ Expect: " + words.en(), "→ Должно быть: " + words.ru()));
    }

    public Markdown table(List<Text> headings, List<List<String>> rows) {
        TextTable table = new TextTable().row(headings.stream().map(this::say).toList());
        rows.forEach(table::row);
        return block(table.markdown().stripTrailing());
    }

    /** A value as inline code, with markup escaped. */
    public static String code(Object value) {
        String clean = oneLine(value.toString()).replace('`', '\'');
        return "`" + clean + "`";
    }

    /** A value as words, with markup escaped. */
    public static String plain(Object value) {
        StringBuilder escaped = new StringBuilder();
        oneLine(value.toString()).chars().forEach(character -> {
            if (character == '<') {
                escaped.append("&lt;");
            } else if (character == '&') {
                escaped.append("&amp;");
            } else {
                if ("\\`*_[]>#".indexOf(character) >= 0) {
                    escaped.append('\\');
                }
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }

    private static String oneLine(String words) {
        return SPACE.matcher(words.strip()).replaceAll(" ");
    }

    private Markdown block(String block) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(block).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Groups of nodes with the same commands, in the order of the first node of each group. */
    public static Map<List<String>, List<Node>> alike(List<Node> nodes, Function<Node, List<String>> commands) {
        Map<List<String>, List<Node>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> groups.computeIfAbsent(commands.apply(node), key -> new ArrayList<>())
                .add(node));
        groups.remove(List.of());
        return groups;
    }

    /** "On each of pg1, pg2". */
    public static Text atEach(List<Node> nodes) {
        String names = String.join(
                ", ", nodes.stream().map(node -> node.name().toString()).toList());
        return nodes.size() == 1
                ? Text.of("On " + names, "На узле " + names)
                : Text.of("On each of " + names, "На каждом из узлов " + names);
    }
}
