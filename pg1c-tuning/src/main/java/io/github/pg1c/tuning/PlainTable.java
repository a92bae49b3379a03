package io.github.pg1c.tuning;

import java.util.ArrayList;
import java.util.List;

/** Columns of plain text, as wide as their widest cell; the last one is not padded. */
final class PlainTable {

    private final List<List<String>> rows = new ArrayList<>();

    PlainTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    String text(String indent) {
        StringBuilder text = new StringBuilder();
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(i == columns - 1 ? "" : "  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
