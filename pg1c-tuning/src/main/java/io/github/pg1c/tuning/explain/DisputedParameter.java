package io.github.pg1c.tuning.explain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.input.Preset;

/**
 * A parameter that sources give different advice on, and how {@link Preset#BALANCED} decides.
 *
 * @since 0.1
 */
public enum DisputedParameter {
    TEMP_BUFFERS(
            "temp_buffers",
            "ITS 256MB for each session, initdb of 1C 18 RAM / 8192, other tuners 32MB at most",
            "ИТС — 256MB на каждый сеанс, initdb сборки 1С 18 — ОЗУ / 8192, прочие — не больше 32MB",
            "a tenth of the memory over all connections, within 8MB..256MB: a session keeps these buffers until it ends",
            "десятая часть памяти на все соединения, в пределах 8MB..256MB: сеанс держит эти буферы до конца"),
    WORK_MEM(
            "work_mem",
            "ITS RAM / 64 for every sort, initdb of 1C 18 RAM × 2 / max_connections, other tuners a share of a budget",
            "ИТС — ОЗУ / 64 на каждую сортировку, initdb сборки 1С 18 — ОЗУ × 2 / max_connections, прочие — доля бюджета",
            "a share of what the rest of the budget leaves: the other two add up to more than the memory",
            "доля того, что оставляет остальной бюджет: по двум другим сумма превышает память"),
    AUTOVACUUM_MAX_WORKERS(
            "autovacuum_max_workers",
            "ITS CPU / 4, its older text CPU / 2, initdb of 1C 18 CPU × 2.4",
            "ИТС — CPU / 4, прежний текст — CPU / 2, initdb сборки 1С 18 — CPU × 2,4",
            "CPU / 2 within 4..16: all workers share one cost limit, so more of them only crawl",
            "CPU / 2 в пределах 4..16: все процессы делят один лимит стоимости, и лишние лишь замедляют друг друга"),
    AUTOVACUUM_COST_DELAY(
            "autovacuum_vacuum_cost_delay",
            "initdb of 1C 18 10ms, PostgreSQL and other tuners 2ms",
            "initdb сборки 1С 18 — 10ms, PostgreSQL и прочие — 2ms",
            "2ms: at 10ms vacuum is five times slower and loses against temporary tables in the catalogs",
            "2ms: при 10ms очистка впятеро медленнее и не успевает за временными таблицами в каталогах"),
    MAX_LOCKS(
            "max_locks_per_transaction",
            "older advice 150..256, ITS 1000, initdb of 1C 18 2000",
            "прежние советы 150..256, ИТС — 1000, initdb сборки 1С 18 — 2000",
            "1000, and 2000 from databases of 100GB on: the lock table is counted in the budget",
            "1000, для баз от 100GB — 2000: таблица блокировок учтена в бюджете"),
    SYNCHRONOUS_COMMIT(
            "synchronous_commit",
            "initdb of 1C 18 off, ITS on",
            "initdb сборки 1С 18 — off, ИТС — on",
            "on: off loses the last commits in a crash and defeats synchronous replication",
            "on: при off сбой теряет последние транзакции, а синхронная репликация не действует"),
    ONLINE_ANALYZE(
            "online_analyze.enable",
            "older profiles of Postgres Pro on, initdb of 1C 18 and Tantor's profile off",
            "прежние профили Postgres Pro — on, initdb сборки 1С 18 и профиль Tantor — off",
            "off, with safe values beside it for those who switch it on: its own default analyses every table",
            "off, рядом безопасные значения на случай включения: по умолчанию анализируется каждая таблица"),
    EFFECTIVE_IO_CONCURRENCY(
            "effective_io_concurrency",
            "ITS and initdb of 1C 18 2, other tuners 200 and more for solid state",
            "ИТС и initdb сборки 1С 18 — 2, прочие — от 200 для твердотельных дисков",
            "by the disk and the version: 2 is a figure of rotating disks, and 18 counts asynchronous reads otherwise",
            "по диску и версии: 2 — значение для вращающихся дисков, а 18 считает асинхронные чтения иначе"),
    DEFAULT_STATISTICS_TARGET(
            "default_statistics_target",
            "initdb of 1C 18 leaves 100, other tuners 1000, forums up to 10000",
            "initdb сборки 1С 18 оставляет 100, прочие — 1000, форумы — до 10000",
            "100: with 20 joins larger statistics cost more in planning than they gain; raise single columns",
            "100: при 20 соединениях большая статистика дороже в планировании, чем даёт; повышайте отдельные столбцы"),
    MAX_WAL_SIZE(
            "max_wal_size",
            "initdb of 1C 18 2GB, ITS 4GB, other tuners 8GB and more",
            "initdb сборки 1С 18 — 2GB, ИТС — 4GB, прочие — от 8GB",
            "RAM / 4 within 4GB..32GB and 40 % of the WAL disk: month-end closing must not force checkpoints",
            "ОЗУ / 4 в пределах 4GB..32GB и 40 % диска WAL: закрытие месяца не должно вызывать контрольные точки"),
    SHARED_BUFFERS(
            "shared_buffers",
            "1C and nearly all tuners RAM / 4, Tantor's profile 62..70 % of RAM",
            "1С и почти все — ОЗУ / 4, профиль Tantor — 62..70 % ОЗУ",
            "RAM / 4: the system caches the rest, and 1C's sessions need their own memory beside it",
            "ОЗУ / 4: остальное кеширует система, а сеансам 1С нужна собственная память");

    private final String parameter;
    private final Text positions;
    private final Text decision;

    DisputedParameter(String parameter, String en, String ru, String decisionEn, String decisionRu) {
        this.parameter = parameter;
        this.positions = Text.of(en, ru);
        this.decision = Text.of(decisionEn, decisionRu);
    }

    /** PostgreSQL's name of the parameter. */
    public String parameter() {
        return parameter;
    }

    /** Who advises what. */
    public Text positions() {
        return positions;
    }

    /** What {@link Preset#BALANCED} does, and why. */
    public Text decision() {
        return decision;
    }
}
