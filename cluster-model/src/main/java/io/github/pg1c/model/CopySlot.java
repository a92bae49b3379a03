package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.model.value.SqlName;

/**
 * A logical replication slot from which a copy of a database is fed. Patroni makes it, keeps it on every member that
 * may lead, and moves it with the leader's role.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: permanent slots</a>
 * @since 0.1
 */
public record CopySlot(
        @Key(
                en = "Name of the slot, as the reader of the copy asks for it.",
                ru = "Имя слота, под которым его запрашивает получатель копии.",
                example = "dbcopies_slot",
                required = true)
        SlotName name,

        @Key(
                en = "Output plugin of the slot: dbcopies_decoding where the build has it, else pgoutput. A slot of "
                        + "this name with another plugin is replaced by an empty one.",
                ru = "Модуль вывода слота: dbcopies_decoding, если он есть в сборке, иначе pgoutput. Слот с этим "
                        + "именем и другим модулем заменяется пустым.",
                example = "dbcopies_decoding",
                required = true)
        SqlName plugin) {

    /** A slot. */
    public static CopySlot of(String name, String plugin) {
        return new CopySlot(SlotName.parse(name), SqlName.parse(plugin));
    }

    /** The same with another {@link #name()}. */
    public CopySlot withName(SlotName value) {
        return new CopySlot(value, plugin);
    }

    /** The same with another {@link #plugin()}. */
    public CopySlot withPlugin(SqlName value) {
        return new CopySlot(name, value);
    }
}
