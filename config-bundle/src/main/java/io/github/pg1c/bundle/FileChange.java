package io.github.pg1c.bundle;

import org.jspecify.annotations.Nullable;

/**
 * What happened, or would happen, to one file of a bundle's directory. Its meaning for the running cluster is in the
 * settings, see {@link io.github.pg1c.bundle.diff.BundleDiff}.
 *
 * @param kind created, changed, removed or unchanged
 * @param path path in the bundle
 * @param node node the file is for; null for a document
 * @since 0.1
 */
public record FileChange(Kind kind, String path, @Nullable String node) {

    /** What happened to a file. */
    public enum Kind {
        CREATED,
        CHANGED,
        REMOVED,
        UNCHANGED
    }
}
