package io.github.pg1c.base.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of cells, and the forms in which a table is written: plain columns, a frame, Markdown. Every row has as many
 * cells as the first one; the frame and Markdown take the first row as headings.
 *
 * @since 0.1
 */
public final class TextTable {

    private static final String NOTE_INDENT = "    ";

    private final List<Row> rows = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();

    private record Row(List<String> cells, String note) {}

    /** Without a row. */
    public TextTable() {}

    /** Columns whose cells end below each other, counted from 0. */
    public TextTable numbers(int... columns) {
        IntStream.of(columns).forEach(numbers::add);
        return this;
    }

    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when the first row has another number of cells
     */
    public TextTable row(List<String> cells) {
        if (!rows.isEmpty() && cells.size() != columns()) {
            throw new IllegalArgumentException(
                    "A row of " + cells.size() + " cells in a table of " + columns() + " columns");
        }
        rows.add(new Row(List.copyOf(cells), ""));
        return this;
    }

    /** A sentence below the row that was added last; only plain columns show it. */
    public TextTable note(String note) {
        int last = rows.size() - 1;
        rows.set(last, new Row(rows.get(last).cells(), note));
        return this;
    }

    /** Columns with two blanks between them; no line ends with a blank. */
    public String plain(String indent) {
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String line = line(column -> padded(row, column, widths), "  ");
            text.append((indent + line).stripTrailing()).append('\n');
            if (!row.note().isEmpty()) {
                text.append(indent).append(NOTE_INDENT).append(row.note()).append('\n');
            }
        }
        return text.toString();
    }

    /** Columns in a frame of plus, minus and bar; the title is part of the upper edge. */
    public String framed(String title) {
        List<Integer> widths = widths();
        String edge = "+" + line(column -> "-".repeat(widths.get(column) + 2), "+") + "+";
        String upper = title.isEmpty() ? "" : "+ " + title + " ";
        StringBuilder text = new StringBuilder(upper)
                .append(upper.length() < edge.length() ? edge.substring(upper.length()) : "")
                .append('\n');
        for (Row row : rows) {
            text.append("| ")
                    .append(line(column -> padded(row, column, widths), " | "))
                    .append(" |\n");
            if (row == rows.get(0)) {
                text.append(edge).append('\n');
            }
        }
        return text.append(edge).append('\n').toString();
    }

    /** Markdown; a bar or a line break within a cell does not end it. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append("| ")
                    .append(line(column -> markdown(row, column), " | "))
                    .append(" |\n");
            if (row == rows.get(0)) {
                text.append("|").append(line(column -> " --- ", "|")).append("|\n");
            }
        }
        return text.toString();
    }

    private static String markdown(Row row, int column) {
        return row.cells().get(column).strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private String padded(Row row, int column, List<Integer> widths) {
        String cell = row.cells().get(column);
        String room = " ".repeat(widths.get(column) - width(cell));
        return numbers.contains(column) ? room + cell : cell + room;
    }

    private String line(IntFunction<String> cell, String separator) {
        return IntStream.range(0, columns()).mapToObj(cell).collect(Collectors.joining(separator));
    }

    private int columns() {
        return rows.isEmpty() ? 0 : rows.get(0).cells().size();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(columns(), 0));
        for (Row row : rows) {
            for (int column = 0; column < columns(); column++) {
                widths.set(
                        column, Math.max(widths.get(column), width(row.cells().get(column))));
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
