package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.postgresql.ServerLogs;
import io.github.pg1c.model.postgresql.Tablespace;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL itself: build, major version, and places on a node.
 *
 * @since 0.1
 */
public record Postgresql(
        @Key(
                en = "Build of PostgreSQL; 1C needs one with its extensions.",
                ru = "Сборка PostgreSQL; для 1С нужна сборка с её расширениями.",
                example = "postgrespro-1c",
                required = true)
        Distribution distribution,

        @Key(en = "Major version.", ru = "Основная версия.", example = "17", required = true)
        PgMajor version,

        @Key(
                en = "Locale of the cluster and of 1C's databases.",
                ru = "Локаль кластера и баз 1С.",
                otherwise = "ru_RU.UTF-8")
        String locale,

        @Key(en = "TCP port.", ru = "Порт TCP.", otherwise = "5432")
        int port,

        @Key(
                en = "User of the operating system that runs PostgreSQL and Patroni.",
                ru = "Пользователь ОС, от имени которого работают PostgreSQL и Patroni.",
                example = "postgres")
        @Nullable
        String user,

        @Key(en = "Data directory.", ru = "Каталог данных.", example = "/var/lib/pgpro/1c-17/data") @Nullable
        String dataDirectory,

        @Key(
                en = "Directory of the server's programs.",
                ru = "Каталог программ сервера.",
                example = "/opt/pgpro/1c-17/bin")
        @Nullable
        String binDirectory,

        @Key(
                en = "Directory of postgresql.conf where it is apart from the data; it may be empty. Where it has a "
                        + "postgresql.base.conf, that applies below the calculated parameters.",
                ru = "Каталог postgresql.conf, если он отделён от данных; может быть пустым. Если в нём есть "
                        + "postgresql.base.conf, он действует с меньшим приоритетом, чем рассчитанные параметры.",
                example = "/etc/postgresql/17/main")
        @Nullable
        String configDirectory,

        @Key(
                en = "Directory of WAL where it has a disk of its own.",
                ru = "Каталог WAL, если для него есть отдельный диск.",
                example = "/var/lib/pgwal/17")
        @Nullable
        String walDirectory,

        @Key(en = "Directory of Unix sockets.", ru = "Каталог сокетов Unix.", example = "/run/postgresql") @Nullable
        String socketDirectory,

        @Key(
                en = "Directory of the server's log files.",
                ru = "Каталог журналов сервера.",
                example = "/var/log/postgresql")
        @Nullable
        String logDirectory,

        @Key(en = "Name of the database superuser.", ru = "Имя суперпользователя базы данных.", otherwise = "postgres")
        String superuser,

        @Key(
                en = "Parameters that replace calculated ones; checked against the version and the build.",
                ru = "Параметры вместо рассчитанных; проверяются по версии и сборке.",
                otherwise = "{}",
                example = "{work_mem: 64MB}")
        Map<String, String> parameters,

        @Key(
                en = "Lines about statements in the server's log, by pgAudit.",
                ru = "Записи о командах в журнале сервера средствами pgAudit.")
        Audit audit,

        @Key(
                en = "Tablespaces to create; 1C uses v81c_data for tables and v81c_index for indexes.",
                ru =
                        "Создаваемые табличные пространства; 1С использует v81c_data для таблиц и v81c_index для индексов.",
                otherwise = "[]",
                example = "[{name: v81c_data, directory: /var/lib/pgspaces/data}]")
        List<Tablespace> tablespaces,

        @Key(
                en = "How long the files of the server's log are kept, and where else its lines go.",
                ru = "Сколько хранятся файлы журнала сервера и куда ещё попадают его строки.")
        ServerLogs logs) {

    public Postgresql {
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
        tablespaces = List.copyOf(tablespaces);
    }

    /** Parameters that replace calculated ones: those of the specification, and those that follow from its keys. */
    public Map<String, String> overrides() {
        Map<String, String> all = new TreeMap<>(logs.parameters());
        all.putAll(parameters);
        return all;
    }

    /** The same with another {@link #distribution()}. */
    public Postgresql withDistribution(Distribution value) {
        Copy copy = new Copy(this);
        copy.distribution = value;
        return copy.made();
    }

    /** The same with another {@link #version()}. */
    public Postgresql withVersion(PgMajor value) {
        Copy copy = new Copy(this);
        copy.version = value;
        return copy.made();
    }

    /** The same with another {@link #locale()}. */
    public Postgresql withLocale(String value) {
        Copy copy = new Copy(this);
        copy.locale = value;
        return copy.made();
    }

    /** The same with another {@link #port()}. */
    public Postgresql withPort(int value) {
        Copy copy = new Copy(this);
        copy.port = value;
        return copy.made();
    }

    /** The same with another {@link #user()}. */
    public Postgresql withUser(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.user = value;
        return copy.made();
    }

    /** The same with another {@link #dataDirectory()}. */
    public Postgresql withDataDirectory(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.dataDirectory = value;
        return copy.made();
    }

    /** The same with another {@link #binDirectory()}. */
    public Postgresql withBinDirectory(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.binDirectory = value;
        return copy.made();
    }

    /** The same with another {@link #configDirectory()}. */
    public Postgresql withConfigDirectory(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.configDirectory = value;
        return copy.made();
    }

    /** The same with another {@link #walDirectory()}. */
    public Postgresql withWalDirectory(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.walDirectory = value;
        return copy.made();
    }

    /** The same with another {@link #socketDirectory()}. */
    public Postgresql withSocketDirectory(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.socketDirectory = value;
        return copy.made();
    }

    /** The same with another {@link #logDirectory()}. */
    public Postgresql withLogDirectory(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.logDirectory = value;
        return copy.made();
    }

    /** The same with another {@link #superuser()}. */
    public Postgresql withSuperuser(String value) {
        Copy copy = new Copy(this);
        copy.superuser = value;
        return copy.made();
    }

    /** The same with another {@link #parameters()}. */
    public Postgresql withParameters(Map<String, String> value) {
        Copy copy = new Copy(this);
        copy.parameters = value;
        return copy.made();
    }

    /** The same with another {@link #audit()}. */
    public Postgresql withAudit(Audit value) {
        Copy copy = new Copy(this);
        copy.audit = value;
        return copy.made();
    }

    /** The same with other {@link #tablespaces()}. */
    public Postgresql withTablespaces(List<Tablespace> value) {
        Copy copy = new Copy(this);
        copy.tablespaces = value;
        return copy.made();
    }

    /** The same with other {@link #logs()}. */
    public Postgresql withLogs(ServerLogs value) {
        Copy copy = new Copy(this);
        copy.logs = value;
        return copy.made();
    }

    /** The values of a copy in the making. */
    private static final class Copy {
        private Distribution distribution;
        private PgMajor version;
        private String locale;
        private int port;
        private @Nullable String user;
        private @Nullable String dataDirectory;
        private @Nullable String binDirectory;
        private @Nullable String configDirectory;
        private @Nullable String walDirectory;
        private @Nullable String socketDirectory;
        private @Nullable String logDirectory;
        private String superuser;
        private Map<String, String> parameters;
        private Audit audit;
        private List<Tablespace> tablespaces;
        private ServerLogs logs;

        Copy(Postgresql from) {
            this.distribution = from.distribution;
            this.version = from.version;
            this.locale = from.locale;
            this.port = from.port;
            this.user = from.user;
            this.dataDirectory = from.dataDirectory;
            this.binDirectory = from.binDirectory;
            this.configDirectory = from.configDirectory;
            this.walDirectory = from.walDirectory;
            this.socketDirectory = from.socketDirectory;
            this.logDirectory = from.logDirectory;
            this.superuser = from.superuser;
            this.parameters = from.parameters;
            this.audit = from.audit;
            this.tablespaces = from.tablespaces;
            this.logs = from.logs;
        }

        Postgresql made() {
            return new Postgresql(
                    distribution,
                    version,
                    locale,
                    port,
                    user,
                    dataDirectory,
                    binDirectory,
                    configDirectory,
                    walDirectory,
                    socketDirectory,
                    logDirectory,
                    superuser,
                    parameters,
                    audit,
                    tablespaces,
                    logs);
        }
    }
}
