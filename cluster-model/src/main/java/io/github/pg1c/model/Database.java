package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;
import org.jspecify.annotations.Nullable;

/**
 * A database to create, with encoding UTF8 from {@code template0}.
 *
 * @since 0.1
 */
public record Database(
        @Key(en = "Name.", ru = "Имя.", example = "zup", required = true)
        SqlName name,

        @Key(en = "Role that owns it.", ru = "Роль-владелец.", example = "zup", required = true)
        SqlName owner,

        @Key(en = "What uses it: 1c or other.", ru = "Что ею пользуется: 1c или other.", otherwise = "1c")
        Application application,

        @Key(en = "Locale where it differs from the cluster's.", ru = "Локаль, если отличается от локали кластера.")
        @Nullable
        String locale) {

    /** What uses a database. */
    public enum Application {
        /** An infobase of 1C:Enterprise. */
        ONE_C("1c"),
        /** Anything else. */
        OTHER("other");

        private final String id;

        Application(String id) {
            this.id = id;
        }

        /** The word used in the specification. */
        public String id() {
            return id;
        }
    }

    /** An infobase of 1C in the cluster's locale. */
    public static Database of(String name, String owner) {
        return new Database(SqlName.parse(name), SqlName.parse(owner), Application.ONE_C, null);
    }

    /** The same with another {@link #name()}. */
    public Database withName(SqlName value) {
        return new Database(value, owner, application, locale);
    }

    /** The same with another {@link #owner()}. */
    public Database withOwner(SqlName value) {
        return new Database(name, value, application, locale);
    }

    /** The same with another {@link #application()}. */
    public Database withApplication(Application value) {
        return new Database(name, owner, value, locale);
    }

    /** The same with another {@link #locale()}. */
    public Database withLocale(@Nullable String value) {
        return new Database(name, owner, application, value);
    }
}
