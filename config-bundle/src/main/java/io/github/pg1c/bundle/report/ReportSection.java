package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Html;

/** One section of the report, without its heading. */
@FunctionalInterface
interface ReportSection {

    Html render(DocumentContext context);
}
