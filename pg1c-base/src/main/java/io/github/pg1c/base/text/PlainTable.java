package io.github.pg1c.base.text;

import java.util.ArrayList;
import java.util.List;

/** Columns of plain text, as wide as their widest cell; the last one is not padded. Notes stand below their row. */
public final class PlainTable {

    private static final String NOTE_INDENT = "    ";

    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, String note) {}

    /** Without a row. */
    public PlainTable() {}

    public PlainTable row(String... cells) {
        rows.add(new Row(List.of(cells), ""));
        return this;
    }

    /** A sentence below the row that was added last. */
    public PlainTable note(String note) {
        int last = rows.size() - 1;
        rows.set(last, new Row(rows.get(last).cells(), note));
        return this;
    }

    public String text(String indent) {
        StringBuilder text = new StringBuilder();
        int columns = rows.isEmpty() ? 0 : rows.get(0).cells().size();
        int[] widths = new int[columns];
        for (Row row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.cells().get(i).length());
            }
        }
        for (Row row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < columns; i++) {
                String cell = row.cells().get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(i == columns - 1 ? "" : "  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (!row.note().isEmpty()) {
                text.append(indent).append(NOTE_INDENT).append(row.note()).append('\n');
            }
        }
        return text.toString();
    }
}
