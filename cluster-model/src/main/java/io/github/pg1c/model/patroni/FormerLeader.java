package io.github.pg1c.model.patroni;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import org.jspecify.annotations.Nullable;

/**
 * How a former leader becomes a standby again when its timeline has gone another way.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#postgresql">Patroni: postgresql</a>
 * @since 0.1
 */
public record FormerLeader(
        @Key(
                en = "Whether it is rewound to the new leader's timeline by pg_rewind.",
                ru = "Перематывать ли его на линию времени нового лидера через pg_rewind.",
                otherwise = "true")
        boolean rewind,

        @Key(
                en = "Whether its data directory is removed and copied anew when pg_rewind fails; when absent, exactly "
                        + "with rpo 0, which leaves nothing acknowledged in it.",
                ru = "Удалять ли его каталог данных и копировать заново, если pg_rewind не удался; по умолчанию только "
                        + "при rpo 0: тогда в нём нет подтверждённых данных.")
        @Nullable
        Boolean removeOnRewindFailure,

        @Key(
                en = "Whether its data directory is removed and copied anew when the timelines have diverged and it is "
                        + "not rewound; when absent, exactly with rpo 0.",
                ru = "Удалять ли его каталог данных и копировать заново, если линии времени разошлись и перемотки нет; "
                        + "по умолчанию только при rpo 0.")
        @Nullable
        Boolean removeOnDivergedTimelines) {

    /** Whether a failed pg_rewind ends in a new copy, with or without synchronous replication. */
    public boolean removedOnRewindFailure(boolean synchronous) {
        return removeOnRewindFailure == null ? synchronous : removeOnRewindFailure;
    }

    /** Whether diverged timelines end in a new copy, with or without synchronous replication. */
    public boolean removedOnDivergedTimelines(boolean synchronous) {
        return removeOnDivergedTimelines == null ? synchronous : removeOnDivergedTimelines;
    }

    /** The defaults of a section that the specification leaves out. */
    public static FormerLeader defaults() {
        return KeyDefaults.of(FormerLeader.class);
    }

    /** The same with another {@link #rewind()}. */
    public FormerLeader withRewind(boolean value) {
        return new FormerLeader(value, removeOnRewindFailure, removeOnDivergedTimelines);
    }

    /** The same with another {@link #removeOnRewindFailure()}. */
    public FormerLeader withRemoveOnRewindFailure(@Nullable Boolean value) {
        return new FormerLeader(rewind, value, removeOnDivergedTimelines);
    }

    /** The same with another {@link #removeOnDivergedTimelines()}. */
    public FormerLeader withRemoveOnDivergedTimelines(@Nullable Boolean value) {
        return new FormerLeader(rewind, removeOnRewindFailure, value);
    }
}
