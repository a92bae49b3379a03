package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;
import java.util.List;
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
        String locale,

        @Key(
                en = "Logical slots of its copies, which survive a change of leader; they need "
                        + "workload.databaseCopies.",
                ru = "Логические слоты её копий, которые переживают смену лидера; для них нужен "
                        + "workload.databaseCopies.",
                otherwise = "[]",
                example = "[{name: dbcopies_slot, plugin: dbcopies_decoding}]")
        List<CopySlot> copySlots,

        @Key(
                en = "Extensions to create in it; libraries that they need at the server's start are loaded.",
                ru = "Создаваемые в ней расширения; нужные им при запуске сервера библиотеки загружаются.",
                otherwise = "[]",
                example = "[{name: pg_trgm}]")
        List<DatabaseExtension> extensions) {

    public Database {
        extensions = List.copyOf(extensions);
        copySlots = List.copyOf(copySlots);
    }

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
        return new Database(SqlName.parse(name), SqlName.parse(owner), Application.ONE_C, null, List.of(), List.of());
    }

    /** The same with another {@link #name()}. */
    public Database withName(SqlName value) {
        return new Database(value, owner, application, locale, copySlots, extensions);
    }

    /** The same with another {@link #owner()}. */
    public Database withOwner(SqlName value) {
        return new Database(name, value, application, locale, copySlots, extensions);
    }

    /** The same with another {@link #application()}. */
    public Database withApplication(Application value) {
        return new Database(name, owner, value, locale, copySlots, extensions);
    }

    /** The same with another {@link #locale()}. */
    public Database withLocale(@Nullable String value) {
        return new Database(name, owner, application, value, copySlots, extensions);
    }

    /** The same with other {@link #copySlots()}. */
    public Database withCopySlots(List<CopySlot> value) {
        return new Database(name, owner, application, locale, value, extensions);
    }

    /** The same with other {@link #extensions()}. */
    public Database withExtensions(List<DatabaseExtension> value) {
        return new Database(name, owner, application, locale, copySlots, value);
    }
}
