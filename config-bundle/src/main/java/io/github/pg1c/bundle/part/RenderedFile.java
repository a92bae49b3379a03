package io.github.pg1c.bundle.part;

import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import java.util.List;

/**
 * One file of a node, as it must be installed.
 *
 * @param path absolute path on the node
 * @param mode permissions as four octal digits, {@code 0644}
 * @param owner user that owns it
 * @param group group that owns it
 * @param need the need of a change that no setting describes: of mode or owner, or by hand
 * @param content text, with {@code \n} line ends and a final newline
 * @param settings the decisions in it
 * @since 0.1
 */
public record RenderedFile(
        String path, String mode, String owner, String group, Need need, String content, List<Setting> settings) {

    public RenderedFile {
        if (!path.startsWith("/") || path.contains("//") || path.contains("/../")) {
            throw new IllegalArgumentException("'" + path + "' is not a clean absolute path");
        }
        if (!mode.matches("0[0-7]{3}")) {
            throw new IllegalArgumentException("'" + mode + "' is not a mode of four octal digits");
        }
        if (content.contains("\r") || !content.endsWith("\n")) {
            throw new IllegalArgumentException(path + " must have \\n line ends and a final newline");
        }
        settings = List.copyOf(settings);
    }

    /** The same file without settings, because another file has them. */
    public RenderedFile withoutSettings() {
        return new RenderedFile(path, mode, owner, group, need, content, List.of());
    }

    /** Without the content, which is long. */
    @Override
    public String toString() {
        return "RenderedFile[" + path + " " + mode + " " + owner + ":" + group + "]";
    }
}
