package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Markdown;
import java.util.List;

/** Automatic steps after the loss of the leader. */
final class FailoverChapter {

    private final Entries entries;

    FailoverChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        List<Text> steps = entries.items(Listing.FAILOVER);
        if (!steps.isEmpty()) {
            page.bullets(steps);
        }
    }
}
