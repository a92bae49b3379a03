package io.github.pg1c.pki.cfssl.json;

/**
 * Where a value stands: the file, the line and the column from 1 on (0 when it stands nowhere), and the path of keys.
 */
public record InputPlace(String file, int line, int column, String path) {
    /** The same place, further down. */
    public InputPlace at(String key) {
        return new InputPlace(file, line, column, path.isEmpty() ? key : path + "." + key);
    }
}
