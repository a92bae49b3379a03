package io.github.pg1c.model;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where clients connect, and the programs between them and PostgreSQL.
 *
 * @since 0.1
 */
public record Access(
        @Key(
                en =
                        "Name or address that clients use; put into the certificates. Without it they use access.addresses, or the "
                                + "HAProxy nodes' own.",
                ru = "Имя или адрес, к которому подключаются клиенты; входит в сертификаты. Без него клиенты "
                        + "используют access.addresses или адреса самих узлов HAProxy.",
                example = "zup-db.corp.example")
        @Nullable
        HostName host,

        @Key(
                en = "Further names and addresses of the same entrance, held by something else; put into the "
                        + "certificates.",
                ru = "Другие имена и адреса той же точки входа, которые держит кто-то другой; входят в "
                        + "сертификаты.",
                otherwise = "[]")
        List<HostName> aliases,

        @Key(
                en = "Virtual addresses over the HAProxy nodes, one per network: keepalived holds each on one node that"
                        + " works.",
                ru = "Виртуальные адреса над узлами HAProxy, по одному на сеть: keepalived держит каждый на одном из"
                        + " исправных узлов.",
                otherwise = "[]",
                example = "[10.0.0.40]")
        List<IpAddress> addresses,

        @Key(
                en = "Port for reading and writing on HAProxy.",
                ru = "Порт HAProxy для чтения и записи.",
                otherwise = "5000")
        int writePort,

        @Key(en = "Port for reading only on HAProxy.", ru = "Порт HAProxy только для чтения.", otherwise = "5001")
        int readPort,

        @Key(
                en = "How PgBouncer shares connections: session, transaction, or off (clients reach "
                        + "PostgreSQL itself).",
                ru = "Как PgBouncer разделяет соединения: session, transaction или off (клиенты идут прямо в "
                        + "PostgreSQL).",
                otherwise = "session")
        Pooling pooling,

        @Key(
                en = "Further lines of pg_hba.conf, beside those that follow from networks and roles; always with TLS.",
                ru = "Дополнительные строки pg_hba.conf, помимо следующих из сетей и ролей; всегда с TLS.",
                otherwise = "[]",
                example = "[{databases: [zup], roles: [reports], networks: [10.0.50.0/28]}]")
        List<AccessRule> rules) {

    public Access {
        aliases = List.copyOf(aliases);
        addresses = List.copyOf(addresses);
        rules = List.copyOf(rules);
    }

    /** The defaults of a section that the specification leaves out. */
    public static Access defaults() {
        return KeyDefaults.of(Access.class);
    }

    /** Whether PgBouncer stands between the clients and PostgreSQL. */
    public boolean pooled() {
        return pooling != Pooling.OFF;
    }

    /** The same with another {@link #host()}. */
    public Access withHost(@Nullable HostName value) {
        return new Access(value, aliases, addresses, writePort, readPort, pooling, rules);
    }

    /** The same with another {@link #aliases()}. */
    public Access withAliases(List<HostName> value) {
        return new Access(host, value, addresses, writePort, readPort, pooling, rules);
    }

    /** The same with another {@link #addresses()}. */
    public Access withAddresses(List<IpAddress> value) {
        return new Access(host, aliases, value, writePort, readPort, pooling, rules);
    }

    /** The same with another {@link #writePort()}. */
    public Access withWritePort(int value) {
        return new Access(host, aliases, addresses, value, readPort, pooling, rules);
    }

    /** The same with another {@link #readPort()}. */
    public Access withReadPort(int value) {
        return new Access(host, aliases, addresses, writePort, value, pooling, rules);
    }

    /** The same with another {@link #pooling()}. */
    public Access withPooling(Pooling value) {
        return new Access(host, aliases, addresses, writePort, readPort, value, rules);
    }

    /** The same with other {@link #rules()}. */
    public Access withRules(List<AccessRule> value) {
        return new Access(host, aliases, addresses, writePort, readPort, pooling, value);
    }
}
