package io.github.pg1c.bundle.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page that is safe to put into it: made of escaped text and of elements, never of raw strings.
 *
 * <p>The markup is well-formed XML, so that a test can parse it.
 *
 * @param markup the escaped markup
 */
public record Html(String markup) {

    static final Html NOTHING = new Html("");

    public static Html text(Object value) {
        return new Html(escape(value.toString()));
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
     * @param attributes names and values by turns
     */
    public static Html tag(String name, List<String> attributes, List<Html> content) {
        StringBuilder element = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.size(); i += 2) {
            element.append(' ').append(attributes.get(i)).append("=\"");
            element.append(escape(attributes.get(i + 1))).append('"');
        }
        String inner = all(content).markup;
        if (inner.isEmpty() && VOID.contains(name)) {
            return new Html(element.append("/>").toString());
        }
        return new Html(element.append('>')
                .append(inner)
                .append("</")
                .append(name)
                .append('>')
                .append(LINE.contains(name) ? "\n" : "")
                .toString());
    }

    public static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
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

    private static final List<String> VOID = List.of("meta", "rect", "line", "path");
    private static final List<String> LINE = List.of(
            "p", "div", "table", "thead", "tr", "section", "h1", "h2", "h3", "h4", "text", "g", "title", "li", "ul");

    /** Characters that XML does not allow become a question mark, markup becomes text. */
    public static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
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
