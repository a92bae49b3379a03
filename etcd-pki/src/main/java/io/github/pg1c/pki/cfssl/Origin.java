package io.github.pg1c.pki.cfssl;

/** Where a value stands: the file, the line and the column from 1 on (0 when it stands nowhere), and the path of keys. */
record Origin(String file, int line, int column, String path) {
    /** The same place, further down. */
    Origin at(String key) {
        return new Origin(file, line, column, path.isEmpty() ? key : path + "." + key);
    }
}
