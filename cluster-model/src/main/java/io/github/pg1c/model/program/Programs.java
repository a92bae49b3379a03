package io.github.pg1c.model.program;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;

/**
 * Where the programs of each component come from.
 *
 * @since 0.1
 */
public record Programs(
        @Key(en = "PostgreSQL's: package or present.", ru = "PostgreSQL: package или present.")
        ProgramSource postgresql,

        @Key(en = "Patroni's: package, python or present.", ru = "Patroni: package, python или present.")
        ProgramSource patroni,

        @Key(en = "etcd's: package, archive or present.", ru = "etcd: package, archive или present.")
        ProgramSource etcd,

        @Key(en = "HAProxy's: package, archive or present.", ru = "HAProxy: package, archive или present.")
        ProgramSource haproxy,

        @Key(en = "PgBouncer's: package, archive or present.", ru = "PgBouncer: package, archive или present.")
        ProgramSource pgbouncer) {

    /** The defaults of a section that the specification leaves out. */
    public static Programs defaults() {
        return KeyDefaults.of(Programs.class);
    }

    /** The same with another {@link #postgresql()}. */
    public Programs withPostgresql(ProgramSource value) {
        return new Programs(value, patroni, etcd, haproxy, pgbouncer);
    }

    /** The same with another {@link #patroni()}. */
    public Programs withPatroni(ProgramSource value) {
        return new Programs(postgresql, value, etcd, haproxy, pgbouncer);
    }

    /** The same with another {@link #etcd()}. */
    public Programs withEtcd(ProgramSource value) {
        return new Programs(postgresql, patroni, value, haproxy, pgbouncer);
    }

    /** The same with another {@link #haproxy()}. */
    public Programs withHaproxy(ProgramSource value) {
        return new Programs(postgresql, patroni, etcd, value, pgbouncer);
    }

    /** The same with another {@link #pgbouncer()}. */
    public Programs withPgbouncer(ProgramSource value) {
        return new Programs(postgresql, patroni, etcd, haproxy, value);
    }
}
