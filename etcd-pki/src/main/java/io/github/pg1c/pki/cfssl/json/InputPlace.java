package io.github.pg1c.pki.cfssl.json;

/** The place of a value: file, line and column from 1 on (0 when it has no place), and the path of keys. */
public record InputPlace(String file, int line, int column, String path) {
    /** The place of a key below this one. */
    public InputPlace at(String key) {
        return new InputPlace(file, line, column, path.isEmpty() ? key : path + "." + key);
    }
}
