package io.github.pg1c.model;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.NodeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in addition to those of the cluster's programs: for a backup, for monitoring, for another service.
 *
 * <p>The secrets store makes it and renews it with the others; an administrator delivers it.
 *
 * @since 0.1
 */
public record OwnCertificate(
        @Key(en = "Name: that of its files.", ru = "Имя: так называются файлы.", example = "backup", required = true)
        NodeName name,

        @Key(
                en = "What it proves: postgresql-client, etcd-client, monitoring, client, server, or "
                        + "server-and-client.",
                ru = "Что он удостоверяет: postgresql-client, etcd-client, monitoring, client, server или "
                        + "server-and-client.",
                example = "postgresql-client",
                required = true)
        Purpose purpose,

        @Key(
                en = "Common name; for postgresql-client the name that pg_ident.conf leads to a role, for "
                        + "etcd-client etcd's user.",
                ru = "Общее имя; для postgresql-client его pg_ident.conf сопоставляет с ролью, для "
                        + "etcd-client это пользователь etcd.",
                example = "backup")
        @Nullable
        String commonName,

        @Key(
                en = "Names and addresses at which a server is reached.",
                ru = "Имена и адреса, по которым доступен сервер.",
                otherwise = "[]")
        List<HostName> names) {

    public OwnCertificate {
        names = List.copyOf(names);
    }

    /** The use of a certificate. etcd's authority issues the certificates that etcd checks. */
    public enum Purpose {
        /** A user of PostgreSQL. */
        POSTGRESQL_CLIENT,
        /** A user of etcd. */
        ETCD_CLIENT,
        /** A collector of metrics. */
        MONITORING,
        /** Any client. */
        CLIENT,
        /** Any server. */
        SERVER,
        /** A program that is both. */
        SERVER_AND_CLIENT;

        /** Whether clients reach its holder by a name. */
        public boolean isServer() {
            return this == SERVER || this == SERVER_AND_CLIENT;
        }
    }

    /** The same with another {@link #name()}. */
    public OwnCertificate withName(NodeName value) {
        return new OwnCertificate(value, purpose, commonName, names);
    }

    /** The same with another {@link #purpose()}. */
    public OwnCertificate withPurpose(Purpose value) {
        return new OwnCertificate(name, value, commonName, names);
    }

    /** The same with another {@link #commonName()}. */
    public OwnCertificate withCommonName(@Nullable String value) {
        return new OwnCertificate(name, purpose, value, names);
    }

    /** The same with another {@link #names()}. */
    public OwnCertificate withNames(List<HostName> value) {
        return new OwnCertificate(name, purpose, commonName, value);
    }
}
