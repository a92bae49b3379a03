package io.github.pg1c.bundle.part;

/**
 * A directory that a component needs on its node.
 *
 * @param rule when the installer sets mode and owner
 * @param mode permissions as four octal digits
 * @param owner user and group that own it
 * @param path absolute path on the node
 * @since 0.1
 */
public record Directory(Rule rule, String mode, String owner, String path) {

    /** When the installer sets mode and owner. */
    public enum Rule {
        /** Each time. */
        OWN,
        /** When the directory is missing. */
        MAKE,
        /** When it is missing, or is empty and owned by root, like a new disk that was mounted there. */
        DATA
    }

    /** The directory of a file, made when it is missing. */
    public static Directory of(String file) {
        return new Directory(Rule.MAKE, "0755", "root", parent(file));
    }

    /** The parent of a path. */
    public static String parent(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }
}
