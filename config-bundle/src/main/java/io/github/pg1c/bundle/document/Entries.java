package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Entries of all components in the documents' tables and lists.
 *
 * @param all in any order
 */
public record Entries(List<Entry> all) {

    public Entries {
        all = List.copyOf(all);
    }

    /** The same and these. */
    public Entries and(Entry... more) {
        return new Entries(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    /** Rows of a table in the language of the page. */
    public List<List<String>> rows(DocumentContext context, Listing listing) {
        return of(listing)
                .map(entry -> entry.cells().stream().map(context::say).toList())
                .toList();
    }

    /** The first cell of each entry: a list's items. */
    public List<Text> items(Listing listing) {
        return of(listing).map(entry -> entry.cells().get(0)).toList();
    }

    /** The first cells joined; empty when there is none. */
    public Text joined(Listing listing) {
        return items(listing).stream()
                .reduce(Text.same(""), (left, right) -> Text.of(left.en() + right.en(), left.ru() + right.ru()));
    }

    private Stream<Entry> of(Listing listing) {
        return all.stream().filter(entry -> entry.listing() == listing).sorted(Comparator.comparingInt(Entry::order));
    }
}
