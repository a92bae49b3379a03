package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An infobase's tables as the platform names and shapes them: references of 16 bytes, a separator in front of every
 * index, registers of movements and of totals, rights by rows, and beside them the empty tables of which every infobase
 * has thousands.
 *
 * @param documents documents of sale; each has six lines on the average, and a movement for each line
 * @param emptyTables tables beside those the load works on
 */
public record Infobase(int documents, int emptyTables) {
    static final int ITEMS = 20_000;
    static final int CONTRACTORS = 20_000;
    static final int WAREHOUSES = 10;
    static final int ORGANISATIONS = 5;
    static final int DIMENSIONS = 10;
    static final int DIMENSION_ROWS = 500;
    static final int SEGMENTS = 50;
    static final int USERS = 200;
    static final int ACCESS_GROUPS = 40;

    /** A user, and the only group that this user is in. */
    static final int CLERK = 900;

    /** Rows of the register that restructuring rewrites; the same in every regime. */
    static final int RESTRUCTURED_ROWS = 350_000;

    /** When the last loaded document is dated, two years after the first one. */
    static final String LAST_DAY = "2026-01-31";

    private static final long MINUTES = 2L * 365 * 24 * 60;

    /** Average minutes between one document and the next. */
    double minutesApart() {
        return (double) MINUTES / documents;
    }

    /** The moment of a document, as SQL. */
    String moment(long document) {
        return String.format(
                Locale.ROOT,
                "timestamp '%s' - interval '1 second' * %d",
                LAST_DAY,
                Math.round((documents - document) * minutesApart() * 60));
    }

    /**
     * Creates and fills everything, and leaves the statistics and the visibility maps as a night's maintenance does.
     */
    void create(TestServer server) throws SQLException {
        server.administer(
                Reference.FUNCTION,
                "create function spread(n bigint, k int) returns bigint language sql immutable parallel safe as "
                        + "$$ select (((n * 2654435761 + k::bigint * 40503) >> 8) & 2147483647) % k $$",
                "create function often(n bigint, k int) returns bigint language sql immutable parallel safe as "
                        + "$$ select floor(k * power(spread(n, 1000003) / 1000003.0::float8, 2))::bigint $$");
        references(server);
        documents(server);
        registers(server);
        rights(server);
        empty(server);
        server.administer("vacuum (analyze)", "checkpoint");
    }

    private void references(TestServer server) throws SQLException {
        reference(server, 31, ITEMS, "Номенклатура", ", reference(spread(n, 50)) _fld311rref");
        reference(server, 32, CONTRACTORS, "Контрагент", ", reference(spread(n, " + SEGMENTS + ")) _fld321rref");
        reference(server, 33, WAREHOUSES, "Склад", "");
        reference(server, 34, ORGANISATIONS, "Организация", "");
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            reference(server, 40 + dimension, DIMENSION_ROWS, "Реквизит", "");
        }
        reference(server, 51, SEGMENTS, "Сегмент", "");
        reference(server, 60, ACCESS_GROUPS, "Группа доступа", "");
        reference(server, 61, USERS, "Пользователь", "");
    }

    private static void reference(TestServer server, int number, int rows, String name, String more)
            throws SQLException {
        String table = "_reference" + number;
        server.administer(
                "create table " + table + " as select 0::numeric(7,0) _fld626, reference(n) _idrref, 0 _version,"
                        + " false _marked, decode(repeat('00', 16), 'hex') _parentidrref, true _folder,"
                        + " lpad(n::text, 9, '0')::varchar(9) _code,"
                        + " ('" + name + " ' || md5(n::text))::varchar(150) _description" + more
                        + " from generate_series(0, " + (rows - 1) + ") n",
                "create unique index " + table + "_1 on " + table + " (_fld626, _idrref)",
                "create index " + table + "_2 on " + table + " (_fld626, _description, _idrref)");
    }

    private void documents(TestServer server) throws SQLException {
        StringBuilder dimensions = new StringBuilder();
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            dimensions
                    .append(", reference(spread(n + ")
                    .append(dimension)
                    .append(", ")
                    .append(DIMENSION_ROWS)
                    .append(")) _fld21")
                    .append(dimension)
                    .append("rref");
        }
        server.administer(
                "create table _document200 as select 0::numeric(7,0) _fld626, reference(n) _idrref, 0 _version,"
                        + " false _marked, (" + momentOf("n") + ")::timestamp(0) _date_time,"
                        + " lpad(n::text, 11, '0')::varchar(11) _number, true _posted,"
                        + " reference(spread(n, " + ORGANISATIONS + ")) _fld201rref,"
                        + " reference(often(n, " + CONTRACTORS + ")) _fld202rref,"
                        + " reference(spread(n, " + WAREHOUSES + ")) _fld203rref,"
                        + " (spread(n, 1000000) / 100.0)::numeric(15,2) _fld204,"
                        + " ('по договору ' || spread(n, 1000))::varchar(100) _fld205" + dimensions
                        + " from generate_series(0, " + (documents - 1) + ") n",
                "create unique index _document200_1 on _document200 (_fld626, _idrref)",
                "create index _document200_2 on _document200 (_fld626, _date_time, _idrref)",
                "create index _document200_3 on _document200 (_fld626, _fld202rref, _date_time)",
                "create table _document200_vt230 as select 0::numeric(7,0) _fld626, reference(n) _document200_idrref,"
                        + " int4send(l) _keyfield, l::numeric(5,0) _lineno231,"
                        + " reference(often(n * 31 + l, " + ITEMS + ")) _fld232rref,"
                        + " (1 + spread(n + l, 50))::numeric(15,3) _fld233, (spread(n * l, 100000) / 100.0)::numeric(15,2) _fld234,"
                        + " (spread(n + l * 7, 1000000) / 100.0)::numeric(15,2) _fld235"
                        + " from generate_series(0, " + (documents - 1)
                        + ") n, generate_series(1, 3 + spread(n, 7)::int) l",
                "create unique index _document200_vt230_1 on _document200_vt230 (_fld626, _document200_idrref, _keyfield)");
    }

    private String momentOf(String number) {
        return String.format(
                Locale.ROOT,
                "timestamp '%s' - interval '1 second' * round((%d - %s) * %.6f)",
                LAST_DAY,
                documents,
                number,
                minutesApart() * 60);
    }

    private static void registers(TestServer server) throws SQLException {
        server.administer(
                "create table _accumrg300 as select 0::numeric(7,0) _fld626, d._date_time _period,"
                        + " '\\x000000c8'::bytea _recordertref, d._idrref _recorderrref, l._lineno231::numeric(9,0) _lineno,"
                        + " true _active, (l._lineno231::int % 3 / 2)::numeric(1,0) _recordkind, l._fld232rref _fld301rref,"
                        + " d._fld203rref _fld302rref, d._fld201rref _fld303rref, l._fld233 _fld304, l._fld235 _fld305"
                        + " from _document200 d join _document200_vt230 l on l._document200_idrref = d._idrref"
                        + " order by d._date_time, d._idrref",
                "create unique index _accumrg300_1 on _accumrg300 (_fld626, _period, _recordertref, _recorderrref, _lineno)",
                "create unique index _accumrg300_2 on _accumrg300 (_fld626, _recordertref, _recorderrref, _lineno)",
                "create index _accumrg300_3 on _accumrg300 (_fld626, _fld301rref, _period)",
                "create table _accumrgt310 as select 0::numeric(7,0) _fld626, timestamp(0) '5999-11-01' _period,"
                        + " _fld301rref, _fld302rref, _fld303rref, 0::numeric(10,0) _splitter,"
                        + " sum(case when _recordkind = 0 then _fld304 else -_fld304 end)::numeric(21,3) _fld304,"
                        + " sum(case when _recordkind = 0 then _fld305 else -_fld305 end)::numeric(21,2) _fld305"
                        + " from _accumrg300 group by _fld301rref, _fld302rref, _fld303rref",
                "create unique index _accumrgt310_1 on _accumrgt310"
                        + " (_fld626, _period, _fld301rref, _fld302rref, _fld303rref, _splitter)",
                "create table _accumrg350 as select * from _accumrg300 order by spread(('x' || right(encode(_recorderrref,"
                        + " 'hex'), 8))::bit(32)::bigint, 1000003) limit " + RESTRUCTURED_ROWS,
                "create unique index _accumrg350_1 on _accumrg350 (_fld626, _recordertref, _recorderrref, _lineno)");
    }

    /** Users are in groups, groups may see organisations, warehouses and segments of contractors. */
    private static void rights(TestServer server) throws SQLException {
        server.administer(
                "create table _inforg400 as select 0::numeric(7,0) _fld626, reference(g) _fld401rref,"
                        + " '\\x00000022'::bytea _fld402tref, reference(o) _fld402rref"
                        + " from generate_series(0, " + (ACCESS_GROUPS - 1) + ") g, generate_series(0, "
                        + (ORGANISATIONS - 1) + ") o where (g + o) % 2 = 0"
                        + " union all select 0, reference(g), '\\x00000021', reference(o) from generate_series(0, "
                        + (ACCESS_GROUPS - 1) + ") g, generate_series(0, " + (WAREHOUSES - 1)
                        + ") o where (g + o) % 3 > 0"
                        + " union all select 0, reference(g), '\\x00000033', reference(o) from generate_series(0, "
                        + (ACCESS_GROUPS - 1) + ") g, generate_series(0, " + (SEGMENTS - 1)
                        + ") o where (g + o) % 4 > 0",
                "create unique index _inforg400_1 on _inforg400 (_fld626, _fld401rref, _fld402tref, _fld402rref)",
                "create index _inforg400_2 on _inforg400 (_fld626, _fld402tref, _fld402rref, _fld401rref)",
                "create table _inforg410 as select 0::numeric(7,0) _fld626, reference(u) _fld411rref,"
                        + " reference((u * 7 + g * 11) % " + ACCESS_GROUPS + ") _fld412rref"
                        + " from generate_series(0, " + (USERS - 1) + ") u, generate_series(1, 3) g",
                "create unique index _inforg410_1 on _inforg410 (_fld626, _fld411rref, _fld412rref)");
    }

    /** Adds a user who may see one organisation, one warehouse and half of the segments: a hundredth of the documents. */
    static void addClerk(TestServer server) throws SQLException {
        String row = "insert into _inforg400 select 0, reference(" + CLERK + "), decode('%s', 'hex'), reference(o)"
                + " from generate_series(%d, %d) o";
        server.administer(
                "insert into _reference60 select 0, reference(" + CLERK + "), 0, false, _parentidrref, true, '" + CLERK
                        + "', 'Кладовщик' from _reference60 limit 1",
                "insert into _inforg410 values (0, reference(" + CLERK + "), reference(" + CLERK + "))",
                row.formatted("00000022", 1, 1),
                row.formatted("00000021", 1, 1),
                row.formatted("00000033", 0, SEGMENTS / 2 - 1),
                "vacuum (analyze) _reference60",
                "vacuum (analyze) _inforg400",
                "vacuum (analyze) _inforg410");
    }

    private void empty(TestServer server) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (int table = 0; table < emptyTables; table++) {
            String name = "_inforg" + (10_000 + table);
            statements.add("create table " + name + " (_fld626 numeric(7,0) not null, _period timestamp(0) not null,"
                    + " _recordertref bytea, _recorderrref bytea, _fld1rref bytea, _fld2rref bytea, _fld3 numeric(15,2),"
                    + " _fld4 varchar(150))");
            statements.add("create index " + name + "_1 on " + name + " (_fld626, _period, _fld1rref)");
            statements.add("create index " + name + "_2 on " + name + " (_fld626, _recordertref, _recorderrref)");
        }
        server.administer(statements.toArray(String[]::new));
    }
}
