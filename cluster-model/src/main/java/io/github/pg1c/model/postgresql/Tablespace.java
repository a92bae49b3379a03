package io.github.pg1c.model.postgresql;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;

/**
 * A tablespace of PostgreSQL: a directory on every member in which tables and indexes may lie. 1C puts tables into
 * {@code v81c_data} and indexes into {@code v81c_index} where they exist.
 *
 * @see <a href="https://www.postgresql.org/docs/current/manage-ag-tablespaces.html">PostgreSQL: tablespaces</a>
 * @since 0.1
 */
public record Tablespace(
        @Key(en = "Name.", ru = "Имя.", example = "v81c_data", required = true)
        SqlName name,

        @Key(
                en = "Directory, the same on every member; its disk is mounted above it.",
                ru = "Каталог, один и тот же на каждом члене; его диск монтируют выше.",
                example = "/var/lib/pgspaces/data",
                required = true)
        String directory) {

    /** A tablespace. */
    public static Tablespace of(String name, String directory) {
        return new Tablespace(SqlName.parse(name), directory);
    }

    /** The same with another {@link #name()}. */
    public Tablespace withName(SqlName value) {
        return new Tablespace(value, directory);
    }

    /** The same with another {@link #directory()}. */
    public Tablespace withDirectory(String value) {
        return new Tablespace(name, value);
    }
}
