package io.github.pg1c.bundle.part;

/**
 * A directory that a component needs on its node.
 *
 * @param rule when the installer sets mode and owner
 * @param mode permissions as four octal digits
 * @param owner user and group that own it
 * @param path absolute path on the node
 * @param mark file in a database that this cluster made; empty for every other directory
 * @since 0.1
 */
public record Directory(Rule rule, String mode, String owner, String path, String mark) {

    /** When the installer sets mode and owner. */
    public enum Rule {
        /** Each time. */
        OWN,
        /** When the directory is missing. */
        MAKE,
        /**
         * When it is missing, or is the top of a new disk: where a service makes and removes files or directories. Any
         * other has to let its owner write already.
         */
        DISK,
        /**
         * When it is missing, or is empty and owned by root, like a new disk that was mounted there, or by its owner.
         */
        DATA,
        /** As for data; the service removes it to make it anew, so that no disk may be mounted at it. */
        REMADE,
        /** As for what is made anew; a database that is already there must have the mark, or be adopted on purpose. */
        DATABASE;

        /** Whether the owner has to be able to write there, also when somebody else made it. */
        public boolean isForWriting() {
            return this != OWN && this != MAKE;
        }
    }

    /** The directory of a file, made when it is missing. */
    public static Directory of(String file) {
        return new Directory(Rule.MAKE, "0755", "root", parent(file), "");
    }

    /** The parent of a path. */
    public static String parent(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }
}
