package io.github.pg1c.model;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.AuthorityCertificates;
import io.github.pg1c.model.value.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster of another site that this one is a copy of, until a person promotes it. Without a host there is none, and
 * the cluster is a primary one.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/standby_cluster.html">Patroni: standby cluster</a>
 * @since 0.1
 */
public record StandbyOf(
        @Key(
                en = "Members of the primary site's cluster: this cluster follows whichever of them leads, and "
                        + "accepts no write until it is promoted.",
                ru = "Члены кластера основной площадки: этот кластер следует за тем из них, кто лидер, и до "
                        + "повышения не принимает запись.",
                otherwise = "[]",
                example = "[10.1.0.11, 10.1.0.12]")
        List<HostName> hosts,

        @Key(en = "Port of PostgreSQL there.", ru = "Порт PostgreSQL там.", otherwise = "5432")
        int port,

        @Key(
                en = "Permanent physical slot of the primary site's cluster that keeps WAL for this one.",
                ru = "Постоянный физический слот в кластере основной площадки, который хранит WAL для этого.",
                example = "site_b")
        @Nullable
        SlotName slot,

        @Key(
                en = "Certificate of the authority that the primary site's servers have theirs from, PEM: "
                        + "operator/ca.pem in its secrets store.",
                ru = "Сертификат удостоверяющего центра серверов основной площадки, PEM: operator/ca.pem в её "
                        + "хранилище секретов.")
        @Nullable
        AuthorityCertificates caCertificate) {

    public StandbyOf {
        hosts = List.copyOf(hosts);
    }

    /** The defaults of a section that the specification leaves out: the cluster is no copy. */
    public static StandbyOf defaults() {
        return KeyDefaults.of(StandbyOf.class);
    }

    /** Whether there is such a cluster: this one is a copy. */
    public boolean given() {
        return !hosts.isEmpty();
    }

    /** The same with other {@link #hosts()}. */
    public StandbyOf withHosts(List<HostName> value) {
        return new StandbyOf(value, port, slot, caCertificate);
    }

    /** The same with another {@link #port()}. */
    public StandbyOf withPort(int value) {
        return new StandbyOf(hosts, value, slot, caCertificate);
    }

    /** The same with another {@link #slot()}. */
    public StandbyOf withSlot(@Nullable SlotName value) {
        return new StandbyOf(hosts, port, value, caCertificate);
    }

    /** The same with another {@link #caCertificate()}. */
    public StandbyOf withCaCertificate(@Nullable AuthorityCertificates value) {
        return new StandbyOf(hosts, port, slot, value);
    }
}
