package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import java.util.List;

/**
 * An entry of a component in a table or a list.
 *
 * @param listing the table or the list
 * @param order its place among the entries of other components
 * @param cells one for each column
 */
public record Entry(Listing listing, int order, List<Text> cells) {

    public Entry {
        cells = List.copyOf(cells);
    }

    /** An entry with these cells. */
    public static Entry of(Listing listing, int order, Text... cells) {
        return new Entry(listing, order, List.of(cells));
    }
}
