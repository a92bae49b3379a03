package io.github.pg1c.model.patroni;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.model.value.SqlName;
import org.jspecify.annotations.Nullable;

/**
 * A replication slot for a reader outside of the cluster, which Patroni makes and keeps over restarts and changes of the
 * leader.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: permanent slots</a>
 * @since 0.1
 */
public record PermanentSlot(
        @Key(
                en = "Name of the slot, as its reader asks for it.",
                ru = "Имя слота, под которым его запрашивает получатель.",
                example = "archive",
                required = true)
        SlotName name,

        @Key(
                en = "physical, for a receiver of all WAL, or logical, for an output plugin in one database.",
                ru = "physical — для получателя всего WAL, logical — для модуля вывода в одной базе.",
                otherwise = "physical")
        SlotType type,

        @Key(en = "Database of a logical slot.", ru = "База логического слота.", example = "zup") @Nullable
        SqlName database,

        @Key(en = "Output plugin of a logical slot.", ru = "Модуль вывода логического слота.", example = "pgoutput")
        @Nullable
        SqlName plugin) {

    /** Whether the slot is a logical one. */
    public boolean logical() {
        return type == SlotType.LOGICAL;
    }

    /** The same with another {@link #name()}. */
    public PermanentSlot withName(SlotName value) {
        return new PermanentSlot(value, type, database, plugin);
    }

    /** The same with another {@link #type()}. */
    public PermanentSlot withType(SlotType value) {
        return new PermanentSlot(name, value, database, plugin);
    }

    /** The same with another {@link #database()}. */
    public PermanentSlot withDatabase(@Nullable SqlName value) {
        return new PermanentSlot(name, type, value, plugin);
    }

    /** The same with another {@link #plugin()}. */
    public PermanentSlot withPlugin(@Nullable SqlName value) {
        return new PermanentSlot(name, type, database, value);
    }
}
