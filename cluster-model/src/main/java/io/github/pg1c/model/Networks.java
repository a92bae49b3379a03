package io.github.pg1c.model;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.key.Key;
import java.util.List;

/**
 * The networks that may connect; every other address is refused by PostgreSQL and by HAProxy's statistics.
 *
 * @since 0.1
 */
public record Networks(
        @Key(en = "Networks of the 1C servers.", ru = "Сети серверов 1С.", example = "[10.0.10.0/24]", required = true)
        List<Cidr> clients,

        @Key(
                en = "Networks of the administrators: superuser, statistics.",
                ru = "Сети администраторов: суперпользователь, статистика.",
                otherwise = "[]",
                example = "[10.0.20.0/28]")
        List<Cidr> administrators,

        @Key(en = "Networks of monitoring.", ru = "Сети мониторинга.", otherwise = "[]", example = "[10.0.30.5/32]")
        List<Cidr> monitoring,

        @Key(
                en = "Networks of the members of a second site, whose cluster is a copy of this one (its standbyOf): "
                        + "replication and pg_rewind.",
                ru = "Сети членов второй площадки, чей кластер — копия этого (standbyOf в её описании): репликация и "
                        + "pg_rewind.",
                otherwise = "[]",
                example = "[10.2.0.0/28]")
        List<Cidr> secondSite) {

    public Networks {
        clients = List.copyOf(clients);
        administrators = List.copyOf(administrators);
        monitoring = List.copyOf(monitoring);
        secondSite = List.copyOf(secondSite);
    }

    /** The same with another {@link #clients()}. */
    public Networks withClients(List<Cidr> value) {
        return new Networks(value, administrators, monitoring, secondSite);
    }

    /** The same with another {@link #administrators()}. */
    public Networks withAdministrators(List<Cidr> value) {
        return new Networks(clients, value, monitoring, secondSite);
    }

    /** The same with another {@link #monitoring()}. */
    public Networks withMonitoring(List<Cidr> value) {
        return new Networks(clients, administrators, value, secondSite);
    }

    /** The same with other {@link #secondSite()}. */
    public Networks withSecondSite(List<Cidr> value) {
        return new Networks(clients, administrators, monitoring, value);
    }
}
