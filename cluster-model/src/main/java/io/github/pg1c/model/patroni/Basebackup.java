package io.github.pg1c.model.patroni;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How {@code pg_basebackup} copies a new standby.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgbasebackup.html">PostgreSQL: pg_basebackup</a>
 * @since 0.1
 */
public record Basebackup(
        @Key(
                en = "Most that a new copy may take from its source in a second; as fast as it goes when absent.",
                ru = "Сколько новая копия может получать от источника за секунду; по умолчанию без ограничения.",
                example = "100MB")
        @Nullable
        MemorySize maxRate,

        @Key(
                en = "fast (the copy begins at once, with a burst of writes at its source) or spread (it waits for an "
                        + "ordinary checkpoint).",
                ru = "fast (копия начинается сразу, со всплеском записи на источнике) или spread (она ждёт обычной "
                        + "контрольной точки).",
                otherwise = "fast")
        Checkpoint checkpoint) {

    /** How the checkpoint before a copy is made. */
    public enum Checkpoint {
        /** At once. */
        FAST,
        /** At the pace of the server's checkpoints. */
        SPREAD;

        /** The word of the specification and of PostgreSQL. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The defaults of a section that the specification leaves out. */
    public static Basebackup defaults() {
        return KeyDefaults.of(Basebackup.class);
    }

    /** The same with another {@link #maxRate()}. */
    public Basebackup withMaxRate(@Nullable MemorySize value) {
        return new Basebackup(value, checkpoint);
    }

    /** The same with another {@link #checkpoint()}. */
    public Basebackup withCheckpoint(Checkpoint value) {
        return new Basebackup(maxRate, value);
    }
}
