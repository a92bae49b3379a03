package io.github.pg1c.bundle.runbook;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** One chapter of the runbook; it writes what applies to the cluster and leaves out the rest. */
@FunctionalInterface
public interface Chapter {

    void write(DocumentContext context, Markdown page);
}
