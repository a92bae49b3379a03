package io.github.pg1c.base.words;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @since 0.1
 */
public record Location(int line, int column) {

    /** As editors and terminals write it: {@code 12:5}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
