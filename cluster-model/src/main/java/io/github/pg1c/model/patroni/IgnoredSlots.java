package io.github.pg1c.model.patroni;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.model.value.SqlName;
import org.jspecify.annotations.Nullable;

/**
 * Slots that Patroni leaves alone, because others make and drop them: those that match everything that is given.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: ignore_slots</a>
 * @since 0.1
 */
public record IgnoredSlots(
        @Key(en = "Name of the slot.", ru = "Имя слота.", example = "backup") @Nullable
        SlotName name,

        @Key(en = "physical or logical.", ru = "physical или logical.", example = "logical") @Nullable
        SlotType type,

        @Key(en = "Database of a logical slot.", ru = "База логического слота.", example = "zup") @Nullable
        SqlName database,

        @Key(en = "Output plugin of a logical slot.", ru = "Модуль вывода логического слота.", example = "pgoutput")
        @Nullable
        SqlName plugin) {

    /** Whether nothing is given, so that every slot matches. */
    public boolean everything() {
        return name == null && type == null && database == null && plugin == null;
    }

    /** The same with another {@link #name()}. */
    public IgnoredSlots withName(@Nullable SlotName value) {
        return new IgnoredSlots(value, type, database, plugin);
    }

    /** The same with another {@link #type()}. */
    public IgnoredSlots withType(@Nullable SlotType value) {
        return new IgnoredSlots(name, value, database, plugin);
    }

    /** The same with another {@link #database()}. */
    public IgnoredSlots withDatabase(@Nullable SqlName value) {
        return new IgnoredSlots(name, type, value, plugin);
    }

    /** The same with another {@link #plugin()}. */
    public IgnoredSlots withPlugin(@Nullable SqlName value) {
        return new IgnoredSlots(name, type, database, value);
    }
}
