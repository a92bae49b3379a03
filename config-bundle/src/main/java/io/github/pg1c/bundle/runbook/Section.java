package io.github.pg1c.bundle.runbook;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import java.util.Comparator;
import java.util.function.BiConsumer;

/**
 * A section of a chapter; it writes what applies to the cluster and leaves out the rest.
 *
 * @param topic the chapter
 * @param order its place among the other sections of the chapter
 * @param text writes it
 */
public record Section(Topic topic, int order, BiConsumer<DocumentContext, Markdown> text) {

    /** Sorts sections in the order of the page. */
    static final Comparator<Section> BY_PAGE = Comparator.<Section>comparingInt(
                    section -> section.topic().number())
            .thenComparingInt(Section::order);
}
