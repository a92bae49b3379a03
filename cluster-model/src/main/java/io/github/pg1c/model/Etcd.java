package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * etcd: ports, paths and limits.
 *
 * @see <a href="https://etcd.io/docs/v3.5/op-guide/configuration/">etcd: configuration options</a>
 * @since 0.1
 */
public record Etcd(
        @Key(
                en = "Version where it differs from the platform's package.",
                ru = "Версия, если отличается от пакета платформы.",
                example = "3.6")
        @Nullable
        ComponentVersion version,

        @Key(en = "Port for clients (Patroni).", ru = "Порт для клиентов (Patroni).", otherwise = "2379")
        int clientPort,

        @Key(en = "Port for the other members.", ru = "Порт для обмена между членами.", otherwise = "2380")
        int peerPort,

        @Key(en = "User of the operating system.", ru = "Пользователь ОС.", example = "etcd") @Nullable
        String user,

        @Key(en = "Program.", ru = "Исполняемый файл.", example = "/usr/bin/etcd") @Nullable
        String binary,

        @Key(en = "Data directory.", ru = "Каталог данных.", example = "/var/lib/etcd") @Nullable
        String dataDirectory,

        @Key(
                en = "Interval of the leader's heartbeats; the election timeout is ten times as long.",
                ru = "Интервал сигналов лидера; тайм-аут выборов в десять раз больше.",
                otherwise = "200ms")
        Duration heartbeat,

        @Key(en = "Largest size of the database.", ru = "Наибольший размер базы.", otherwise = "2GB")
        MemorySize quota,

        @Key(en = "How much history is kept.", ru = "Сколько истории хранится.", otherwise = "1h")
        Duration compaction) {

    /** The defaults of a section that the specification leaves out. */
    public static Etcd defaults() {
        return KeyDefaults.of(Etcd.class);
    }

    /** The same with another {@link #version()}. */
    public Etcd withVersion(@Nullable ComponentVersion value) {
        return new Etcd(value, clientPort, peerPort, user, binary, dataDirectory, heartbeat, quota, compaction);
    }

    /** The same with another {@link #clientPort()}. */
    public Etcd withClientPort(int value) {
        return new Etcd(version, value, peerPort, user, binary, dataDirectory, heartbeat, quota, compaction);
    }

    /** The same with another {@link #peerPort()}. */
    public Etcd withPeerPort(int value) {
        return new Etcd(version, clientPort, value, user, binary, dataDirectory, heartbeat, quota, compaction);
    }

    /** The same with another {@link #user()}. */
    public Etcd withUser(@Nullable String value) {
        return new Etcd(version, clientPort, peerPort, value, binary, dataDirectory, heartbeat, quota, compaction);
    }

    /** The same with another {@link #binary()}. */
    public Etcd withBinary(@Nullable String value) {
        return new Etcd(version, clientPort, peerPort, user, value, dataDirectory, heartbeat, quota, compaction);
    }

    /** The same with another {@link #dataDirectory()}. */
    public Etcd withDataDirectory(@Nullable String value) {
        return new Etcd(version, clientPort, peerPort, user, binary, value, heartbeat, quota, compaction);
    }

    /** The same with another {@link #heartbeat()}. */
    public Etcd withHeartbeat(Duration value) {
        return new Etcd(version, clientPort, peerPort, user, binary, dataDirectory, value, quota, compaction);
    }

    /** The same with another {@link #quota()}. */
    public Etcd withQuota(MemorySize value) {
        return new Etcd(version, clientPort, peerPort, user, binary, dataDirectory, heartbeat, value, compaction);
    }

    /** The same with another {@link #compaction()}. */
    public Etcd withCompaction(Duration value) {
        return new Etcd(version, clientPort, peerPort, user, binary, dataDirectory, heartbeat, quota, value);
    }
}
