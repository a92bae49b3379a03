package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.Application;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Values that the server accepts and that break 1C's work or endanger the data. Each row is one rule. */
final class HarmfulValues {

    private static final Text REMOVE = Text.of("remove it", "уберите этот параметр");
    private static final double TWO_HOURS = 2 * 3_600_000.0;

    private static final List<Row> ROWS = List.of(
            timeout(
                    "statement_timeout",
                    "month-end closing, restructuring and dumps run for hours in one statement",
                    "закрытие месяца, реструктуризация и выгрузка выполняются часами одним запросом"),
            timeout(
                    "lock_timeout",
                    "1C sets its own for each session; maintenance would fail at the first wait",
                    "1С задаёт своё значение в каждом сеансе, а обслуживание упадёт на первом же ожидании"),
            timeout(
                    "idle_session_timeout",
                    "the 1C server keeps idle connections in its pool",
                    "сервер 1С держит простаивающие соединения в своём пуле"),
            timeout(
                    "transaction_timeout",
                    "posting and closing of periods are long transactions",
                    "проведение и закрытие периодов — долгие транзакции"),
            row(
                            "idle_in_transaction_session_timeout",
                            Severity.ERROR,
                            given -> given.number() > 0 && given.number() < TWO_HOURS,
                            "the 1C server computes between statements of one transaction",
                            "сервер 1С выполняет расчёты между запросами одной транзакции",
                            "write 0, or 2h and more",
                            "напишите 0 либо 2h и больше")
                    .for1c(),
            row(
                            "idle_in_transaction_session_timeout",
                            Severity.WARNING,
                            given -> given.number() >= TWO_HOURS,
                            "a long calculation of 1C within a transaction would be cut off",
                            "долгий расчёт 1С внутри транзакции будет прерван",
                            "write 0",
                            "напишите 0")
                    .for1c(),
            off("fsync", "a power failure destroys the database", "отключение питания разрушит базу"),
            off(
                    "full_page_writes",
                    "a torn page cannot be repaired after a crash",
                    "разорванную страницу после сбоя не восстановить"),
            off(
                    "autovacuum",
                    "dead rows, such as those of 1C's temporary tables in the catalogs, bloat tables within days",
                    "мёртвые строки, например временных таблиц 1С в каталогах, за несколько дней раздуют таблицы"),
            off(
                    "track_counts",
                    "autovacuum does not work without statistics",
                    "без статистики автоочистка не работает"),
            row(
                    "synchronous_commit",
                    Severity.ERROR,
                    given -> given.synchronous() && (given.off() || given.is("local")),
                    "commits would not wait for a standby, so a failover could lose them in spite of synchronous mode",
                    "фиксация не будет ждать реплику, и при смене лидера данные потеряются вопреки синхронному режиму",
                    "remove it, or give up synchronous mode",
                    "уберите его или откажитесь от синхронного режима"),
            row(
                    "synchronous_commit",
                    Severity.WARNING,
                    given -> !given.synchronous() && given.off(),
                    "a crash loses the last commits, up to three times wal_writer_delay",
                    "сбой потеряет последние транзакции, до трёх wal_writer_delay",
                    "write on",
                    "напишите on"),
            row(
                    "random_page_cost",
                    Severity.ERROR,
                    given -> given.number() < given.other("seq_page_cost", 1),
                    "below seq_page_cost the planner believes that random reads are cheaper than sequential ones",
                    "меньше seq_page_cost: планировщик сочтёт случайное чтение дешевле последовательного",
                    "write seq_page_cost or more, 1.1 for solid state",
                    "напишите не меньше seq_page_cost, для SSD — 1.1"),
            row(
                            "standard_conforming_strings",
                            Severity.ERROR,
                            given -> given.on(),
                            "1C writes literals with backslashes as escapes",
                            "1С экранирует символы в литералах обратной чертой",
                            "write off",
                            "напишите off")
                    .for1c(),
            row(
                    "wal_level",
                    Severity.ERROR,
                    given -> given.is("minimal"),
                    "standbys need replica or logical",
                    "репликам нужен уровень replica или logical",
                    "write replica",
                    "напишите replica"),
            row(
                    "default_transaction_read_only",
                    Severity.ERROR,
                    given -> given.on(),
                    "nothing could be written",
                    "ничего нельзя будет записать",
                    "write off",
                    "напишите off"),
            row(
                    "zero_damaged_pages",
                    Severity.ERROR,
                    given -> given.on(),
                    "damaged data would vanish silently",
                    "повреждённые данные будут молча исчезать",
                    "write off",
                    "напишите off"),
            row(
                    "ignore_checksum_failure",
                    Severity.ERROR,
                    given -> given.on(),
                    "damage would spread to standbys",
                    "повреждения разойдутся по репликам",
                    "write off",
                    "напишите off"),
            row(
                    "ignore_invalid_pages",
                    Severity.ERROR,
                    given -> given.on(),
                    "damage would spread to standbys",
                    "повреждения разойдутся по репликам",
                    "write off",
                    "напишите off"),
            row(
                    "old_snapshot_threshold",
                    Severity.ERROR,
                    given -> given.number() >= 0,
                    "long reports end with 'snapshot too old'",
                    "долгие отчёты завершатся ошибкой «snapshot too old»",
                    "remove it",
                    "уберите этот параметр"),
            row(
                    "archive_mode",
                    Severity.WARNING,
                    given -> !given.is("off"),
                    "WAL stays until archive_command succeeds: a command that fails fills the disk, and the server stops",
                    "WAL хранится, пока archive_command не выполнится успешно: сбой команды заполнит диск, и сервер остановится",
                    "test the command on each member and watch pg_stat_archiver",
                    "проверьте команду на каждом узле и следите за pg_stat_archiver"),
            row(
                    "archive_command",
                    Severity.WARNING,
                    given -> !given.value().isBlank()
                            && given.others()
                                    .getOrDefault("archive_mode", "off")
                                    .equals("off"),
                    "without archive_mode = on nothing is archived",
                    "без archive_mode = on ничего не архивируется",
                    "write archive_mode: on as well, or remove it",
                    "укажите и archive_mode: on либо уберите его"),
            segments("max_wal_size"),
            segments("min_wal_size"),
            row(
                            "temp_file_limit",
                            Severity.WARNING,
                            given -> given.number() >= 0,
                            "a large report of 1C that spills to disk is cut off",
                            "большой отчёт 1С, которому не хватило памяти, будет прерван",
                            "write -1 and watch the disk",
                            "напишите -1 и следите за диском")
                    .for1c(),
            row(
                            "max_files_per_process",
                            Severity.WARNING,
                            given -> given.number() < 1000,
                            "an infobase has thousands of tables: sessions would open and close files all the time",
                            "в информационной базе тысячи таблиц: сеансы будут непрерывно открывать и закрывать файлы",
                            "write 8000",
                            "напишите 8000")
                    .for1c(),
            collapse("join_collapse_limit"),
            collapse("from_collapse_limit"),
            row(
                    "huge_pages",
                    Severity.WARNING,
                    given -> given.is("on"),
                    "without enough free pages the server does not start",
                    "без нужного числа страниц сервер не запустится",
                    "write try",
                    "напишите try"),
            row(
                            "default_statistics_target",
                            Severity.WARNING,
                            given -> given.number() > 500,
                            "planning of 1C's queries with many joins takes many times longer",
                            "запросы 1С со множеством соединений планируются в разы дольше",
                            "write 100 and raise single columns by ALTER TABLE",
                            "напишите 100, а для отдельных столбцов — ALTER TABLE")
                    .for1c(),
            row(
                            "max_parallel_workers_per_gather",
                            Severity.WARNING,
                            given -> given.number() > 0,
                            "queries against temporary tables do not run in parallel, and sessions compete for processors",
                            "запросы к временным таблицам не распараллеливаются, а сеансы делят процессоры",
                            "write 0",
                            "напишите 0")
                    .for1c(),
            row(
                            "jit",
                            Severity.WARNING,
                            given -> given.on(),
                            "compilation takes longer than 1C's short queries",
                            "компиляция дольше коротких запросов 1С",
                            "write off",
                            "напишите off")
                    .for1c(),
            planner("enable_nestloop"),
            planner("enable_hashjoin"),
            planner("enable_seqscan"),
            planner("enable_indexscan"),
            planner("enable_indexonlyscan"),
            planner("enable_bitmapscan"),
            planner("enable_sort"),
            planner("enable_hashagg"),
            planner("enable_material"));

    private HarmfulValues() {}

    static List<Row> rows() {
        return ROWS;
    }

    static List<OverrideProblem> check(
            ParameterSpec spec,
            String value,
            ParameterCatalogue catalogue,
            Map<String, String> overrides,
            boolean synchronous,
            Application application) {
        GivenValue given = new GivenValue(spec, value, catalogue, overrides, synchronous);
        return ROWS.stream()
                .filter(row -> !row.of1c() || application == Application.ONE_C)
                .filter(row -> row.name().equals(spec.name()) && row.harm().test(given))
                .map(row -> row.problem(value))
                .toList();
    }

    interface Harm {
        boolean test(GivenValue given);
    }

    record Row(String name, Severity severity, Harm harm, Text why, Text remedy, boolean of1c) {

        /** The same row for servers that 1C uses. */
        private Row for1c() {
            return new Row(name, severity, harm, why, remedy, true);
        }

        OverrideProblem problem(String value) {
            return new OverrideProblem(
                    Kind.HARMFUL,
                    severity,
                    name,
                    value,
                    Text.of(name + " = '" + value + "': " + why.en(), name + " = '" + value + "': " + why.ru()),
                    remedy);
        }
    }

    private static Row row(
            String name, Severity severity, Harm harm, String en, String ru, String remedyEn, String remedyRu) {
        return new Row(name, severity, harm, Text.of(en, ru), Text.of(remedyEn, remedyRu), false);
    }

    private static Row timeout(String name, String en, String ru) {
        return new Row(
                name,
                Severity.ERROR,
                given -> given.number() > 0,
                Text.of(en, ru),
                Text.of(
                        "write 0; set a limit for other roles by ALTER ROLE",
                        "напишите 0; другим ролям ограничение задайте через ALTER ROLE"),
                true);
    }

    private static Row off(String name, String en, String ru) {
        return new Row(name, Severity.ERROR, GivenValue::off, Text.of(en, ru), REMOVE, false);
    }

    private static Row segments(String name) {
        return row(
                name,
                Severity.ERROR,
                given -> given.number() < 32,
                "the server does not start with less than two WAL segments",
                "сервер не запустится, если это меньше двух сегментов WAL",
                "write 32MB or more",
                "напишите 32MB или больше");
    }

    private static Row collapse(String name) {
        return row(
                        name,
                        Severity.WARNING,
                        given -> given.number() < 8,
                        "joins stay in the order in which 1C wrote them, and the good plans are among the others",
                        "соединения останутся в том порядке, в каком их написала 1С, а хорошие планы — среди других",
                        "write 20",
                        "напишите 20")
                .for1c();
    }

    private static Row planner(String name) {
        return new Row(
                name,
                Severity.WARNING,
                GivenValue::off,
                Text.of(
                        "a whole kind of plans is taken from every query of every database",
                        "целый вид планов запрещается всем запросам всех баз"),
                REMOVE,
                false);
    }

    /** A value that the server accepts, with the other values of the same specification. */
    record GivenValue(
            ParameterSpec spec,
            String value,
            ParameterCatalogue catalogue,
            Map<String, String> others,
            boolean synchronous) {

        double number() {
            return spec.number(value).orElse(Double.NaN);
        }

        boolean on() {
            return spec.truth(value).orElse(false);
        }

        boolean off() {
            return !spec.truth(value).orElse(true);
        }

        boolean is(String word) {
            return value.strip().toLowerCase(Locale.ROOT).equals(word);
        }

        double other(String name, double otherwise) {
            String written = others.get(name);
            return written == null
                    ? otherwise
                    : catalogue
                            .find(name)
                            .map(other -> other.number(written))
                            .orElse(OptionalDouble.empty())
                            .orElse(otherwise);
        }
    }
}
