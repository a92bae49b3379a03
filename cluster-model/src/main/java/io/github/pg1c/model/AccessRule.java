package io.github.pg1c.model;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.SqlName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A further rule of access to PostgreSQL itself, beside those that follow from networks and roles. It asks for TLS, and
 * stands below the others in {@code pg_hba.conf}, so that it takes nothing from them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/auth-pg-hba-conf.html">PostgreSQL: pg_hba.conf</a>
 * @since 0.1
 */
public record AccessRule(
        @Key(
                en = "Databases: described ones, or all, or replication for base backups.",
                ru = "Базы: описанные, либо all, либо replication для базовых копий.",
                example = "[zup]",
                required = true)
        List<SqlName> databases,

        @Key(en = "Roles: described ones.", ru = "Роли: описанные.", example = "[reports]", required = true)
        List<SqlName> roles,

        @Key(
                en = "Networks from which the roles connect to PostgreSQL, not to PgBouncer.",
                ru = "Сети, из которых роли подключаются к PostgreSQL, а не к PgBouncer.",
                example = "[10.0.50.0/28]",
                required = true)
        List<Cidr> networks,

        @Key(
                en = "scram-sha-256, for a password, or cert, for a certificate of tls.certificates.",
                ru = "scram-sha-256 — пароль, cert — сертификат из tls.certificates.",
                otherwise = "scram-sha-256")
        Method method,

        @Key(
                en = "What it is for; stands above its lines.",
                ru = "Для чего оно; стоит над его строками.",
                example = "report server")
        @Nullable
        String comment) {

    public AccessRule {
        databases = List.copyOf(databases);
        roles = List.copyOf(roles);
        networks = List.copyOf(networks);
    }

    /** How a role proves who it is. */
    public enum Method {
        /** By its password. */
        SCRAM("scram-sha-256"),
        /** By a certificate of the cluster's authority. */
        CERT("cert");

        private final String id;

        Method(String id) {
            this.id = id;
        }

        /** The word used in the specification and in {@code pg_hba.conf}. */
        public String id() {
            return id;
        }
    }

    /** Whether the rule opens the database to the role. */
    public boolean opens(SqlName database, SqlName role) {
        return roles.contains(role)
                && databases.stream()
                        .anyMatch(name -> name.equals(database) || name.value().equals("all"));
    }

    /** The same with other {@link #databases()}. */
    public AccessRule withDatabases(List<SqlName> value) {
        return new AccessRule(value, roles, networks, method, comment);
    }

    /** The same with other {@link #roles()}. */
    public AccessRule withRoles(List<SqlName> value) {
        return new AccessRule(databases, value, networks, method, comment);
    }

    /** The same with other {@link #networks()}. */
    public AccessRule withNetworks(List<Cidr> value) {
        return new AccessRule(databases, roles, value, method, comment);
    }

    /** The same with another {@link #method()}. */
    public AccessRule withMethod(Method value) {
        return new AccessRule(databases, roles, networks, value, comment);
    }

    /** The same with another {@link #comment()}. */
    public AccessRule withComment(@Nullable String value) {
        return new AccessRule(databases, roles, networks, method, value);
    }
}
