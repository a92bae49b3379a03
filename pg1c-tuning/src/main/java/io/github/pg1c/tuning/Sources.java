package io.github.pg1c.tuning;

import io.github.pg1c.base.words.Text;

/** The sources that rules refer to. */
final class Sources {

    static final Source ONE_C_INIT = new Source(
            "1C-init",
            Text.of(
                    "automatic configuration in initdb of 1C's build of PostgreSQL 18",
                    "автонастройка в initdb сборки PostgreSQL 18 от 1С"),
            Confidence.VERIFIED);
    static final Source ITS = new Source(
            "ITS-5866",
            Text.of(
                    "1C ITS, article 5866 on PostgreSQL settings, as coded by others",
                    "ИТС 1С, статья 5866 о настройках PostgreSQL, по коду других авторов"),
            Confidence.SEEN);
    static final Source JOURNAL = new Source(
            "1C-journal",
            Text.of(
                    "technological journal of a 1C platform: what it sends on connect",
                    "технологический журнал платформы 1С: что она выполняет при подключении"),
            Confidence.VERIFIED);
    static final Source POSTGRES_PRO = new Source(
            "PGPRO-1C",
            Text.of(
                    "Postgres Pro: pg-setup initdb --tune=1c and the documentation of the 1C modules",
                    "Postgres Pro: pg-setup initdb --tune=1c и документация модулей для 1С"),
            Confidence.SEEN);
    static final Source PATRONI = new Source(
            "Patroni",
            Text.of("Patroni: source and documentation", "Patroni: исходный код и документация"),
            Confidence.VERIFIED);
    static final Source POSTGRESQL = new Source(
            "PostgreSQL", Text.of("PostgreSQL: documentation", "PostgreSQL: документация"), Confidence.KNOWN);
    static final Source PIGSTY = new Source(
            "Pigsty", Text.of("Pigsty: templates of clusters", "Pigsty: шаблоны кластеров"), Confidence.VERIFIED);
    static final Source PGBOUNCER = new Source(
            "PgBouncer",
            Text.of("PgBouncer: documentation of the pool's modes", "PgBouncer: документация режимов пула"),
            Confidence.SEEN);
    static final Source LINUX = new Source(
            "Linux",
            Text.of("Linux kernel: documentation of sysctl", "Ядро Linux: документация sysctl"),
            Confidence.KNOWN);
    static final Source AUTOBASE = new Source(
            "Autobase",
            Text.of("Autobase: defaults of its roles", "Autobase: значения его ролей"),
            Confidence.VERIFIED);
    static final Source TUNERS = new Source(
            "tuners",
            Text.of("PGTune, Pigsty, Autobase: common practice", "PGTune, Pigsty, Autobase: общая практика"),
            Confidence.VERIFIED);
    static final Source MEASURED = new Source(
            "pg1c-load",
            Text.of(
                    "this project's load shaped like 1C on a real server",
                    "нагрузка этого проекта, подобная 1С, на настоящем сервере"),
            Confidence.COMPUTED);
    static final Source PG1C =
            new Source("pg1c", Text.of("this project's judgement", "решение этого проекта"), Confidence.PROPOSAL);

    static final Source SPECIFICATION = new Source(
            "specification", Text.of("the specification itself", "само описание кластера"), Confidence.VERIFIED);

    static final Source USER = new Source(
            "user", Text.of("a rule that the user added", "правило, добавленное пользователем"), Confidence.PROPOSAL);

    private Sources() {}
}
