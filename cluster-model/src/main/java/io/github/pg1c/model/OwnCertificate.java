package io.github.pg1c.model;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.value.SqlName;
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
                en = "Common name; for postgresql-client the name that pg_ident.conf leads to the role, for "
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
        List<HostName> names,

        @Key(
                en = "For postgresql-client: role of PostgreSQL that the holder takes. Without it the role that is "
                        + "called as the common name.",
                ru = "Для postgresql-client: роль PostgreSQL, которую получает владелец. Без ключа — роль с тем же "
                        + "именем, что и общее имя.",
                example = "replicator")
        @Nullable
        SqlName role,

        @Key(
                en = "For postgresql-client: databases, or replication, or all. Without it those that the role may "
                        + "open.",
                ru = "Для postgresql-client: базы либо replication или all. Без ключа — те, что доступны роли.",
                otherwise = "[]",
                example = "[zup]")
        List<SqlName> databases,

        @Key(
                en = "For postgresql-client: networks from which the role logs in to PostgreSQL, not to PgBouncer, "
                        + "with the certificate and no longer by password. Without it the administrators' networks, "
                        + "for a monitoring role the monitoring ones, too.",
                ru = "Для postgresql-client: сети, из которых роль подключается к PostgreSQL, а не к PgBouncer, с "
                        + "сертификатом и больше не по паролю. Без ключа — сети администраторов, для роли "
                        + "мониторинга также сети мониторинга.",
                otherwise = "[]",
                example = "[10.0.40.5/32]")
        List<Cidr> networks) {

    public OwnCertificate {
        names = List.copyOf(names);
        databases = List.copyOf(databases);
        networks = List.copyOf(networks);
    }

    /** The use of a certificate. etcd's authority issues the certificates that etcd checks. */
    public enum Purpose {
        /** A user of PostgreSQL, who logs in with it. */
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
        return new OwnCertificate(value, purpose, commonName, names, role, databases, networks);
    }

    /** The same with another {@link #purpose()}. */
    public OwnCertificate withPurpose(Purpose value) {
        return new OwnCertificate(name, value, commonName, names, role, databases, networks);
    }

    /** The same with another {@link #commonName()}. */
    public OwnCertificate withCommonName(@Nullable String value) {
        return new OwnCertificate(name, purpose, value, names, role, databases, networks);
    }

    /** The same with another {@link #names()}. */
    public OwnCertificate withNames(List<HostName> value) {
        return new OwnCertificate(name, purpose, commonName, value, role, databases, networks);
    }

    /** The same with another {@link #role()}. */
    public OwnCertificate withRole(@Nullable SqlName value) {
        return new OwnCertificate(name, purpose, commonName, names, value, databases, networks);
    }

    /** The same with other {@link #databases()}. */
    public OwnCertificate withDatabases(List<SqlName> value) {
        return new OwnCertificate(name, purpose, commonName, names, role, value, networks);
    }

    /** The same with other {@link #networks()}. */
    public OwnCertificate withNetworks(List<Cidr> value) {
        return new OwnCertificate(name, purpose, commonName, names, role, databases, value);
    }
}
