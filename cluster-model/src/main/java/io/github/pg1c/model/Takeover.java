package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.NodeName;
import org.jspecify.annotations.Nullable;

/**
 * A database that is there already and that the cluster goes on with. Without a node there is none, and the first
 * leader makes an empty one.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/existing_data.html">Patroni: convert a standalone to a Patroni
 *     cluster</a>
 * @since 0.1
 */
public record Takeover(
        @Key(
                en = "Member whose PostgreSQL has the databases already, in postgresql.dataDirectory. It becomes "
                        + "the first "
                        + "leader without losing a row, the others copy it; no member ever makes an empty "
                        + "database.",
                ru = "Член, на котором уже работает PostgreSQL с базами, в postgresql.dataDirectory. Он станет первым "
                        + "лидером, не потеряв ни строки, остальные скопируют его; пустую базу не создаст никто.",
                example = "pg1")
        @Nullable
        NodeName node) {

    /** The defaults of a section that the specification leaves out: nothing is taken over. */
    public static Takeover defaults() {
        return KeyDefaults.of(Takeover.class);
    }

    /** The same with another {@link #node()}. */
    public Takeover withNode(@Nullable NodeName value) {
        return new Takeover(value);
    }
}
