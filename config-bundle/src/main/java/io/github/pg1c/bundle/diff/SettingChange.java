package io.github.pg1c.bundle.diff;

import io.github.pg1c.bundle.setting.Need;
import org.jspecify.annotations.Nullable;

/**
 * One setting that differs.
 *
 * @param node node it is for
 * @param file absolute path of its file on the node
 * @param path place in the file; {@link #MODE} for the file's mode and owner, {@link #FILE} for a secret file
 * @param before former value; null when the setting is new
 * @param after new value; null when the setting is gone
 * @param reason the reason of the new value, in the cluster's language; empty when the bundle has none
 * @param need what makes the change effective
 * @since 0.1
 */
public record SettingChange(
        String node,
        String file,
        String path,
        @Nullable String before,
        @Nullable String after,
        String reason,
        Need need) {

    /** Place of a file's mode and owner. */
    public static final String MODE = "(mode)";
    /** Place of a file whose content is only in the secrets store. */
    public static final String FILE = "(file)";
}
