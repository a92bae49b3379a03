package io.github.pg1c.maven.output;

import java.util.ArrayList;
import java.util.List;

/** A table with a frame of plus, minus and bar; the title is part of its upper edge. */
final class TextTable {

    private final OutputTable listing;
    private final List<Integer> widths = new ArrayList<>();

    TextTable(OutputTable listing) {
        this.listing = listing;
        for (int column = 0; column < listing.columns().size(); column++) {
            int width = listing.columns().get(column).length();
            for (List<String> row : listing.rows()) {
                width = Math.max(width, row.get(column).length());
            }
            widths.add(width);
        }
    }

    @Override
    public String toString() {
        String edge = edge();
        String title = listing.title().isEmpty() ? "" : "+ " + listing.title() + " ";
        StringBuilder text = new StringBuilder(title)
                .append(title.length() < edge.length() ? edge.substring(title.length()) : "")
                .append('\n')
                .append(line(listing.columns()))
                .append(edge)
                .append('\n');
        listing.rows().forEach(row -> text.append(line(row)));
        return text.append(edge).append('\n').toString();
    }

    private String edge() {
        StringBuilder edge = new StringBuilder("+");
        widths.forEach(width -> edge.append("-".repeat(width + 2)).append('+'));
        return edge.toString();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.size(); column++) {
            String cell = cells.get(column);
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths.get(column) - cell.length()))
                    .append(" |");
        }
        return line.append('\n').toString();
    }
}
