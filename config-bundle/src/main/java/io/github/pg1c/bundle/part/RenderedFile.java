package io.github.pg1c.bundle.part;

/**
 * One file of a node, as it must stand there.
 *
 * @param path absolute path on the node
 * @param mode permissions as four octal digits, {@code 0644}
 * @param owner user that owns it
 * @param group group that owns it
 * @param impact what a change of it needs
 * @param content text, with {@code \n} line ends and a final newline
 * @since 0.1
 */
public record RenderedFile(String path, String mode, String owner, String group, Impact impact, String content) {

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
    }

    /** A file that everybody may read and root owns. */
    public static RenderedFile open(String path, Impact impact, String content) {
        return new RenderedFile(path, "0644", "root", "root", impact, content);
    }

    /** A program or script that everybody may run and root owns. */
    public static RenderedFile program(String path, Impact impact, String content) {
        return new RenderedFile(path, "0755", "root", "root", impact, content);
    }

    /** The content is left out: files of the secrets store have this type, too. */
    @Override
    public String toString() {
        return "RenderedFile[" + path + " " + mode + " " + owner + ":" + group + "]";
    }
}
