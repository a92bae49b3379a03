package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** Checks from the inside out: state store, members, pooler, entrance; each component has its own. */
final class ChecksChapter {

    private ChecksChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.section(Text.of("The state of the cluster", "Состояние кластера"));
    }
}
