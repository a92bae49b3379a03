package io.github.pg1c.model;

import io.github.pg1c.model.etcd.ExternalEtcd;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * etcd: ports, paths and limits of the cluster's own members, or the cluster that others operate.
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

        @Key(en = "Interval of the leader's heartbeats.", ru = "Интервал сигналов лидера.", otherwise = "200ms")
        Duration heartbeat,

        @Key(
                en = "How long a member waits for heartbeats before it calls an election; ten heartbeats when absent.",
                ru = "Сколько член ждёт сигналов лидера, прежде чем начать выборы; по умолчанию десять интервалов.",
                example = "2500ms")
        @Nullable
        Duration electionTimeout,

        @Key(en = "Largest size of the database.", ru = "Наибольший размер базы.", otherwise = "2GB")
        MemorySize quota,

        @Key(en = "How much history is kept.", ru = "Сколько истории хранится.", otherwise = "1h")
        Duration compaction,

        @Key(
                en = "An etcd cluster that others operate; then no node has the role etcd.",
                ru = "Кластер etcd, который ведут другие; тогда роли etcd нет ни у одного узла.")
        ExternalEtcd external) {

    /** etcd's own ratio. */
    private static final int HEARTBEATS_PER_ELECTION = 10;

    /** The election timeout in effect. */
    public Duration election() {
        return electionTimeout == null ? heartbeat.multipliedBy(HEARTBEATS_PER_ELECTION) : electionTimeout;
    }

    /** The defaults of a section that the specification leaves out. */
    public static Etcd defaults() {
        return KeyDefaults.of(Etcd.class);
    }

    /** The same with another {@link #version()}. */
    public Etcd withVersion(@Nullable ComponentVersion value) {
        return new Etcd(
                value,
                clientPort,
                peerPort,
                user,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #clientPort()}. */
    public Etcd withClientPort(int value) {
        return new Etcd(
                version,
                value,
                peerPort,
                user,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #peerPort()}. */
    public Etcd withPeerPort(int value) {
        return new Etcd(
                version,
                clientPort,
                value,
                user,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #user()}. */
    public Etcd withUser(@Nullable String value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                value,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #binary()}. */
    public Etcd withBinary(@Nullable String value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                value,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #dataDirectory()}. */
    public Etcd withDataDirectory(@Nullable String value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                binary,
                value,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #heartbeat()}. */
    public Etcd withHeartbeat(Duration value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                binary,
                dataDirectory,
                value,
                electionTimeout,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #electionTimeout()}. */
    public Etcd withElectionTimeout(@Nullable Duration value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                binary,
                dataDirectory,
                heartbeat,
                value,
                quota,
                compaction,
                external);
    }

    /** The same with another {@link #quota()}. */
    public Etcd withQuota(MemorySize value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                value,
                compaction,
                external);
    }

    /** The same with another {@link #compaction()}. */
    public Etcd withCompaction(Duration value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                value,
                external);
    }

    /** The same with another {@link #external()}. */
    public Etcd withExternal(ExternalEtcd value) {
        return new Etcd(
                version,
                clientPort,
                peerPort,
                user,
                binary,
                dataDirectory,
                heartbeat,
                electionTimeout,
                quota,
                compaction,
                value);
    }
}
