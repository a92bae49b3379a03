package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;

/** The sources that rules refer to. */
public final class RuleSources {

    public static final RuleSource ONE_C_INIT = new RuleSource(
            "1C-init",
            Text.of(
                    "automatic configuration in initdb of 1C's build of PostgreSQL 18",
                    "автонастройка в initdb сборки PostgreSQL 18 от 1С"),
            Confidence.VERIFIED);
    public static final RuleSource ITS = new RuleSource(
            "ITS-5866",
            Text.of(
                    "1C ITS, article 5866 on PostgreSQL settings, as coded by others",
                    "ИТС 1С, статья 5866 о настройках PostgreSQL, по коду других авторов"),
            Confidence.SEEN);
    public static final RuleSource JOURNAL = new RuleSource(
            "1C-journal",
            Text.of(
                    "technological journal of a 1C platform: what it sends on connect",
                    "технологический журнал платформы 1С: что она выполняет при подключении"),
            Confidence.VERIFIED);
    public static final RuleSource POSTGRES_PRO = new RuleSource(
            "PGPRO-1C",
            Text.of(
                    "Postgres Pro: pg-setup initdb --tune=1c and the documentation of the 1C modules",
                    "Postgres Pro: pg-setup initdb --tune=1c и документация модулей для 1С"),
            Confidence.SEEN);
    public static final RuleSource PATRONI = new RuleSource(
            "Patroni",
            Text.of("Patroni: source and documentation", "Patroni: исходный код и документация"),
            Confidence.VERIFIED);
    public static final RuleSource POSTGRESQL = new RuleSource(
            "PostgreSQL", Text.of("PostgreSQL: documentation", "PostgreSQL: документация"), Confidence.KNOWN);
    public static final RuleSource PIGSTY = new RuleSource(
            "Pigsty", Text.of("Pigsty: templates of clusters", "Pigsty: шаблоны кластеров"), Confidence.VERIFIED);
    public static final RuleSource PGBOUNCER = new RuleSource(
            "PgBouncer",
            Text.of("PgBouncer: documentation of the pool's modes", "PgBouncer: документация режимов пула"),
            Confidence.SEEN);
    static final RuleSource LINUX = new RuleSource(
            "Linux",
            Text.of("Linux kernel: documentation of sysctl", "Ядро Linux: документация sysctl"),
            Confidence.KNOWN);
    public static final RuleSource AUTOBASE = new RuleSource(
            "Autobase",
            Text.of("Autobase: defaults of its roles", "Autobase: значения его ролей"),
            Confidence.VERIFIED);
    public static final RuleSource TUNERS = new RuleSource(
            "tuners",
            Text.of("PGTune, Pigsty, Autobase: common practice", "PGTune, Pigsty, Autobase: общая практика"),
            Confidence.VERIFIED);
    public static final RuleSource MEASURED = new RuleSource(
            "pg1c-load",
            Text.of(
                    "this project's load shaped like 1C on a real server",
                    "нагрузка этого проекта, подобная 1С, на настоящем сервере"),
            Confidence.COMPUTED);
    public static final RuleSource PG1C =
            new RuleSource("pg1c", Text.of("this project's judgement", "решение этого проекта"), Confidence.PROPOSAL);

    public static final RuleSource SPECIFICATION = new RuleSource(
            "specification", Text.of("the specification itself", "само описание кластера"), Confidence.VERIFIED);

    static final RuleSource USER = new RuleSource(
            "user", Text.of("a rule that the user added", "правило, добавленное пользователем"), Confidence.PROPOSAL);

    private RuleSources() {}
}
