package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.patroni.Basebackup;
import io.github.pg1c.model.patroni.FormerLeader;
import io.github.pg1c.model.patroni.IgnoredSlots;
import io.github.pg1c.model.patroni.PatroniLog;
import io.github.pg1c.model.patroni.PermanentSlot;
import io.github.pg1c.model.value.ComponentVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patroni: port, program, watchdog, intervals, slots, copies.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html">Patroni: YAML configuration</a>
 * @since 0.1
 */
public record Patroni(
        @Key(
                en = "Version where it differs from the platform's package.",
                ru = "Версия, если отличается от пакета платформы.",
                example = "3.3")
        @Nullable
        ComponentVersion version,

        @Key(en = "Port of the REST API.", ru = "Порт REST API.", otherwise = "8008")
        int port,

        @Key(en = "Program.", ru = "Исполняемый файл.", example = "/usr/local/bin/patroni") @Nullable
        String binary,

        @Key(
                en = "Whether Patroni's Python has the systemd binding, so that its unit may wait for readiness.",
                ru = "Есть ли у Python, на котором работает Patroni, модуль systemd, чтобы юнит мог ждать готовности.")
        @Nullable
        Boolean systemdNotify,

        @Key(
                en = "Hardware or software watchdog: automatic (where /dev/watchdog can be opened), required (a node "
                        + "without it never leads, and where no node has it nobody does) or off.",
                ru = "Сторожевой таймер: automatic (если можно открыть /dev/watchdog), required (узел без него не "
                        + "станет лидером, а если его нет ни у кого, лидера не будет) или off.",
                otherwise = "automatic")
        Watchdog watchdog,

        @Key(
                en = "Life of the leader's key in etcd, ttl, where it must not follow from rto.",
                ru = "Срок жизни ключа лидера в etcd, ttl, если он не должен следовать из rto.",
                example = "45s")
        @Nullable
        Duration ttl,

        @Key(
                en = "Pause between two turns of Patroni's loop, loop_wait, where it must not follow from rto.",
                ru = "Пауза между оборотами цикла Patroni, loop_wait, если она не должна следовать из rto.",
                example = "10s")
        @Nullable
        Duration loopWait,

        @Key(
                en =
                        "How long a failed call to etcd or PostgreSQL is repeated, retry_timeout, where it must not follow "
                                + "from rto.",
                ru = "Сколько повторяется неудачный вызов etcd или PostgreSQL, retry_timeout, если это не должно "
                        + "следовать из rto.",
                example = "15s")
        @Nullable
        Duration retryTimeout,

        @Key(
                en = "Time for the leader's PostgreSQL to recover from a crash before a standby takes over, "
                        + "primary_start_timeout; 0s hands over at once. As long as ttl when absent.",
                ru = "Сколько ждать восстановления PostgreSQL лидера после сбоя, прежде чем его сменит реплика, "
                        + "primary_start_timeout; 0s — сменить сразу. По умолчанию равно ttl.",
                example = "30s")
        @Nullable
        Duration primaryStartTimeout,

        @Key(
                en = "Slots for readers outside of the cluster, which survive a restart and a change of leader.",
                ru = "Слоты для получателей вне кластера, которые переживают перезапуск и смену лидера.",
                otherwise = "[]",
                example = "[{name: archive}]")
        List<PermanentSlot> slots,

        @Key(
                en = "Slots that others make and drop, and that Patroni leaves alone; it drops every other one that it "
                        + "does not know.",
                ru = "Слоты, которые создают и удаляют другие, а Patroni не трогает; остальные незнакомые слоты он "
                        + "удаляет.",
                otherwise = "[]",
                example = "[{name: backup, type: physical}]")
        List<IgnoredSlots> ignoreSlots,

        @Key(en = "How a new standby is copied.", ru = "Как копируется новая реплика.")
        Basebackup basebackup,

        @Key(en = "How a former leader becomes a standby again.", ru = "Как бывший лидер снова становится репликой.")
        FormerLeader formerLeader,

        @Key(en = "Patroni's own log.", ru = "Собственный журнал Patroni.")
        PatroniLog log) {

    public Patroni {
        slots = List.copyOf(slots);
        ignoreSlots = List.copyOf(ignoreSlots);
    }

    /** How Patroni uses {@code /dev/watchdog}. */
    public enum Watchdog {
        /** Used if the device exists. */
        AUTOMATIC,
        /** A node without the device never becomes leader. */
        REQUIRED,
        /** Not used. */
        OFF
    }

    /** The defaults of a section that the specification leaves out. */
    public static Patroni defaults() {
        return KeyDefaults.of(Patroni.class);
    }

    /** The same with another {@link #version()}. */
    public Patroni withVersion(@Nullable ComponentVersion value) {
        return new Patroni(
                value,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #port()}. */
    public Patroni withPort(int value) {
        return new Patroni(
                version,
                value,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #binary()}. */
    public Patroni withBinary(@Nullable String value) {
        return new Patroni(
                version,
                port,
                value,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #systemdNotify()}. */
    public Patroni withSystemdNotify(@Nullable Boolean value) {
        return new Patroni(
                version,
                port,
                binary,
                value,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #watchdog()}. */
    public Patroni withWatchdog(Watchdog value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                value,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #ttl()}. */
    public Patroni withTtl(@Nullable Duration value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                value,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #loopWait()}. */
    public Patroni withLoopWait(@Nullable Duration value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                value,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #retryTimeout()}. */
    public Patroni withRetryTimeout(@Nullable Duration value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                value,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #primaryStartTimeout()}. */
    public Patroni withPrimaryStartTimeout(@Nullable Duration value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                value,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #slots()}. */
    public Patroni withSlots(List<PermanentSlot> value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                value,
                ignoreSlots,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #ignoreSlots()}. */
    public Patroni withIgnoreSlots(List<IgnoredSlots> value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                value,
                basebackup,
                formerLeader,
                log);
    }

    /** The same with another {@link #basebackup()}. */
    public Patroni withBasebackup(Basebackup value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                value,
                formerLeader,
                log);
    }

    /** The same with another {@link #formerLeader()}. */
    public Patroni withFormerLeader(FormerLeader value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                value,
                log);
    }

    /** The same with another {@link #log()}. */
    public Patroni withLog(PatroniLog value) {
        return new Patroni(
                version,
                port,
                binary,
                systemdNotify,
                watchdog,
                ttl,
                loopWait,
                retryTimeout,
                primaryStartTimeout,
                slots,
                ignoreSlots,
                basebackup,
                formerLeader,
                value);
    }
}
