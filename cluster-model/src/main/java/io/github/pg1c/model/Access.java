package io.github.pg1c.model;

import io.github.pg1c.base.net.HostName;
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
                en = "Name or address that clients use; put into the certificates. Without it they use the "
                        + "HAProxy nodes' addresses.",
                ru = "Имя или адрес, к которому подключаются клиенты; входит в сертификаты. Без него клиенты "
                        + "используют адреса узлов HAProxy.",
                example = "zup-db.corp.example")
        @Nullable
        HostName host,

        @Key(
                en = "Further names and addresses of the same entrance (a VIP per subnet).",
                ru = "Другие имена и адреса той же точки входа (VIP в каждой подсети).",
                otherwise = "[]")
        List<HostName> aliases,

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
        return new Access(value, aliases, writePort, readPort, pooling, rules);
    }

    /** The same with another {@link #aliases()}. */
    public Access withAliases(List<HostName> value) {
        return new Access(host, value, writePort, readPort, pooling, rules);
    }

    /** The same with another {@link #writePort()}. */
    public Access withWritePort(int value) {
        return new Access(host, aliases, value, readPort, pooling, rules);
    }

    /** The same with another {@link #readPort()}. */
    public Access withReadPort(int value) {
        return new Access(host, aliases, writePort, value, pooling, rules);
    }

    /** The same with another {@link #pooling()}. */
    public Access withPooling(Pooling value) {
        return new Access(host, aliases, writePort, readPort, value, rules);
    }

    /** The same with other {@link #rules()}. */
    public Access withRules(List<AccessRule> value) {
        return new Access(host, aliases, writePort, readPort, pooling, value);
    }
}
