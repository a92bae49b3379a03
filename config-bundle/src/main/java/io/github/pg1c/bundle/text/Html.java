package io.github.pg1c.bundle.text;

import java.util.List;
import java.util.Set;

/**
 * A safe piece of a page: made of escaped text and of elements, never of raw strings.
 *
 * <p>The markup is well-formed XML, so that a test can parse it.
 */
public final class Html {

    static final Html NOTHING = raw("");

    private static final Set<String> VOID = Set.of("meta", "rect", "line", "path");
    private static final Set<String> LINE = Set.of(
            "p", "div", "table", "thead", "tr", "section", "h1", "h2", "h3", "h4", "text", "g", "title", "li", "ul");

    private final String begin;
    private final List<Html> content;
    private final String end;

    private Html(String begin, List<Html> content, String end) {
        this.begin = begin;
        this.content = content;
        this.end = end;
    }

    /** Markup written by pg1c. */
    public static Html raw(String markup) {
        return new Html(markup, List.of(), "");
    }

    public static Html text(Object value) {
        return raw(escape(value.toString()));
    }

    /** An element without attributes. */
    public static Html tag(String name, Html... content) {
        return tag(name, List.of(), List.of(content));
    }

    /** An element of a class. */
    public static Html classed(String name, String style, Html... content) {
        return tag(name, List.of("class", style), List.of(content));
    }

    /**
     * An element.
     *
     * @param attributes alternating names and values
     */
    public static Html tag(String name, List<String> attributes, List<Html> content) {
        StringBuilder element = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.size(); i += 2) {
            element.append(' ').append(attributes.get(i)).append("=\"");
            element.append(escape(attributes.get(i + 1))).append('"');
        }
        if (VOID.contains(name) && content.stream().allMatch(Html::isEmpty)) {
            return raw(element.append("/>").toString());
        }
        return new Html(element.append('>').toString(), content, "</" + name + (LINE.contains(name) ? ">\n" : ">"));
    }

    public static Html all(List<Html> pieces) {
        return new Html("", pieces, "");
    }

    /** The page, or the piece of it. */
    public String markup() {
        StringBuilder markup = new StringBuilder();
        write(markup);
        return markup.toString();
    }

    private void write(StringBuilder markup) {
        markup.append(begin);
        content.forEach(piece -> piece.write(markup));
        markup.append(end);
    }

    private boolean isEmpty() {
        return begin.isEmpty() && end.isEmpty() && content.stream().allMatch(Html::isEmpty);
    }

    public static Html paragraph(String words) {
        return tag("p", text(words));
    }

    public static Html code(Object value) {
        return tag("code", text(value));
    }

    /** A table that scrolls sideways on a narrow screen. */
    public static Html table(List<String> headings, List<List<Html>> rows) {
        Html head = tag("tr", headings.stream().map(h -> tag("th", text(h))).toArray(Html[]::new));
        Html[] body = rows.stream()
                .map(cells ->
                        tag("tr", cells.stream().map(cell -> tag("td", cell)).toArray(Html[]::new)))
                .toArray(Html[]::new);
        return classed("div", "wide", tag("table", tag("thead", head), tag("tbody", body)));
    }

    /** Characters that XML does not allow become a question mark, markup becomes text. */
    public static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(character) ? character : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int character) {
        return character == '\n'
                || character == '\t'
                || (character >= 0x20 && character < 0xD800)
                || (character > 0xDFFF && character < 0xFFFE)
                || character > 0xFFFF;
    }
}
