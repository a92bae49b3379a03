package io.github.pg1c.bundle;

import io.github.pg1c.bundle.part.Impact;
import org.jspecify.annotations.Nullable;

/**
 * What happened, or would happen, to one file of a bundle.
 *
 * @param kind created, changed, removed or unchanged
 * @param path path in the bundle
 * @param node node the file is for; null for a document
 * @param impact what the change needs on a running node; {@link Impact#NONE} for an unchanged file
 * @since 0.1
 */
public record Change(Kind kind, String path, @Nullable String node, Impact impact) {

    /** What happened to a file. */
    public enum Kind {
        CREATED,
        CHANGED,
        REMOVED,
        UNCHANGED
    }
}
