package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;

/**
 * Objectives of the cluster: how much data may be lost, and how long writing may stand still.
 *
 * @since 0.1
 */
public record Objectives(
        @Key(
                en = "Acknowledged WAL that a failover may lose: 0 means synchronous replication, a size "
                        + "means asynchronous with that limit of lag.",
                ru = "Сколько подтверждённого WAL допустимо потерять при аварии: 0 — синхронная репликация, "
                        + "размер — асинхронная с таким пределом отставания.",
                otherwise = "0",
                example = "16MB")
        MemorySize rpo,

        @Key(
                en = "Longest time without a writable leader after its host is lost.",
                ru = "Наибольшее время без доступного для записи лидера после потери его узла.",
                otherwise = "60s",
                example = "5min")
        Duration rto,

        @Key(
                en = "With rpo 0 and no standby left: continue (write on, without failover) or stop (refuse writes).",
                ru = "При rpo 0, когда не осталось реплик: continue — писать дальше без автоматической замены "
                        + "лидера, stop — запретить запись.",
                otherwise = "continue")
        WithoutStandby withoutStandby) {

    /** Whether a commit waits for a standby. */
    public boolean synchronous() {
        return rpo.bytes() == 0;
    }

    /** The defaults of a section that the specification leaves out. */
    public static Objectives defaults() {
        return KeyDefaults.of(Objectives.class);
    }

    /** The same with another {@link #rpo()}. */
    public Objectives withRpo(MemorySize value) {
        return new Objectives(value, rto, withoutStandby);
    }

    /** The same with another {@link #rto()}. */
    public Objectives withRto(Duration value) {
        return new Objectives(rpo, value, withoutStandby);
    }

    /** The same with another {@link #withoutStandby()}. */
    public Objectives withWithoutStandby(WithoutStandby value) {
        return new Objectives(rpo, rto, value);
    }
}
