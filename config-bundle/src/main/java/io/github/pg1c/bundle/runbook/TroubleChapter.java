package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Markdown;
import java.util.List;

/** Symptom, where to look, what to do. */
final class TroubleChapter {

    private final Entries entries;

    TroubleChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        page.table(
                List.of(
                        Text.of("Symptom", "Признак"),
                        Text.of("Look at", "Куда смотреть"),
                        Text.of("Do", "Что делать")),
                entries.rows(context, Listing.TROUBLES));
    }
}
