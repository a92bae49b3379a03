package io.github.pg1c.bundle.runbook;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import java.util.Comparator;
import java.util.function.BiConsumer;

/**
 * A part of a chapter; it writes what applies to the cluster and leaves out the rest.
 *
 * @param topic the chapter
 * @param order where it stands there, among the parts of others
 * @param text writes it
 */
public record Section(Topic topic, int order, BiConsumer<DocumentContext, Markdown> text) {

    /** What stands first in the page stands first in the list. */
    static final Comparator<Section> BY_PAGE = Comparator.<Section>comparingInt(
                    section -> section.topic().number())
            .thenComparingInt(Section::order);
}
