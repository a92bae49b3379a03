package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.With;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL itself: which build, which major version, where it lives on a node.
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
                en = "Directory of postgresql.conf where it is apart from the data.",
                ru = "Каталог postgresql.conf, если он отделён от данных.",
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
        Map<String, String> parameters) {

    public Postgresql {
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The same with another {@link #distribution()}. */
    public Postgresql withDistribution(Distribution value) {
        return With.of(this, "distribution", value);
    }

    /** The same with another {@link #version()}. */
    public Postgresql withVersion(PgMajor value) {
        return With.of(this, "version", value);
    }

    /** The same with another {@link #locale()}. */
    public Postgresql withLocale(String value) {
        return With.of(this, "locale", value);
    }

    /** The same with another {@link #port()}. */
    public Postgresql withPort(int value) {
        return With.of(this, "port", value);
    }

    /** The same with another {@link #user()}. */
    public Postgresql withUser(@Nullable String value) {
        return With.of(this, "user", value);
    }

    /** The same with another {@link #dataDirectory()}. */
    public Postgresql withDataDirectory(@Nullable String value) {
        return With.of(this, "dataDirectory", value);
    }

    /** The same with another {@link #binDirectory()}. */
    public Postgresql withBinDirectory(@Nullable String value) {
        return With.of(this, "binDirectory", value);
    }

    /** The same with another {@link #configDirectory()}. */
    public Postgresql withConfigDirectory(@Nullable String value) {
        return With.of(this, "configDirectory", value);
    }

    /** The same with another {@link #walDirectory()}. */
    public Postgresql withWalDirectory(@Nullable String value) {
        return With.of(this, "walDirectory", value);
    }

    /** The same with another {@link #socketDirectory()}. */
    public Postgresql withSocketDirectory(@Nullable String value) {
        return With.of(this, "socketDirectory", value);
    }

    /** The same with another {@link #logDirectory()}. */
    public Postgresql withLogDirectory(@Nullable String value) {
        return With.of(this, "logDirectory", value);
    }

    /** The same with another {@link #superuser()}. */
    public Postgresql withSuperuser(String value) {
        return With.of(this, "superuser", value);
    }

    /** The same with another {@link #parameters()}. */
    public Postgresql withParameters(Map<String, String> value) {
        return With.of(this, "parameters", value);
    }
}
