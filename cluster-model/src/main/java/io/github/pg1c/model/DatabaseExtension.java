package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;
import org.jspecify.annotations.Nullable;

/**
 * An extension of PostgreSQL in a database.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createextension.html">PostgreSQL: CREATE EXTENSION</a>
 * @since 0.1
 */
public record DatabaseExtension(
        @Key(en = "Name.", ru = "Имя.", example = "pg_trgm", required = true)
        SqlName name,

        @Key(
                en = "Schema of its objects, made when it is missing; without it the first of the search path.",
                ru = "Схема её объектов, создаётся при отсутствии; без ключа — первая из пути поиска.",
                example = "extensions")
        @Nullable
        SqlName schema,

        @Key(
                en = "Version; without it the newest of the packages, and no update of one that is there.",
                ru = "Версия; без ключа — новейшая из пакетов, имеющаяся не обновляется.",
                example = "\"1.6\"")
        @Nullable
        String version) {

    /** An extension in its newest version. */
    public static DatabaseExtension of(String name) {
        return new DatabaseExtension(SqlName.parse(name), null, null);
    }

    /** The same with another {@link #name()}. */
    public DatabaseExtension withName(SqlName value) {
        return new DatabaseExtension(value, schema, version);
    }

    /** The same with another {@link #schema()}. */
    public DatabaseExtension withSchema(@Nullable SqlName value) {
        return new DatabaseExtension(name, value, version);
    }

    /** The same with another {@link #version()}. */
    public DatabaseExtension withVersion(@Nullable String value) {
        return new DatabaseExtension(name, schema, value);
    }
}
