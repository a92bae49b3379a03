package io.github.pg1c.bundle.document;

/** One section of the report, without its heading. */
@FunctionalInterface
interface ReportSection {

    Html render(Facts facts);
}
