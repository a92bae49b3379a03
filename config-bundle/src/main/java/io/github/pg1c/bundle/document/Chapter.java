package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.text.Markdown;

/** One chapter of the runbook; it writes what applies to the cluster and leaves out the rest. */
@FunctionalInterface
interface Chapter {

    void write(Facts facts, Markdown page);
}
