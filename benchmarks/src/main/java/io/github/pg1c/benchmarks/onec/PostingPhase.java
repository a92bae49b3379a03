package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;

/**
 * Documents are written and posted, each in a transaction: its lines come into temporary tables, which are filled,
 * indexed and analysed; movements are made from them, totals are updated under lock, the balance is checked, the
 * temporary tables are truncated.
 *
 * @param first number of the first new document
 */
public record PostingPhase(Infobase infobase, int clients, int operations, int first) implements Phase {
    /** So many documents later a session drops its temporary tables and creates new ones. */
    private static final int DOCUMENTS_PER_TABLE = 10;

    @Override
    public String name() {
        return "posting";
    }

    @Override
    public Client client(Session session, int number) {
        return new Poster(session, number);
    }

    private final class Poster implements Client {
        private final Session session;
        private final int splitter;
        private int posted;

        Poster(Session session, int number) {
            this.session = session;
            this.splitter = number + 1;
        }

        @Override
        public void operate(int operation) throws SQLException {
            long number = (long) infobase.documents() + first + operation;
            Random random = new Random(number);
            String reference = Reference.literal(number);
            String moment = "timestamp '2026-02-01' + interval '1 second' * " + (first + operation);
            if (posted % DOCUMENTS_PER_TABLE == 0) {
                createTables();
            }
            session.begin();
            write(number, random, reference, moment);
            fillTables(reference);
            move(reference, moment);
            updateTotals();
            session.execute("truncate table pg_temp.tt1");
            session.execute("truncate table pg_temp.tt2");
            session.commit();
            posted++;
        }

        private void createTables() throws SQLException {
            if (posted > 0) {
                session.execute("drop table pg_temp.tt1");
                session.execute("drop table pg_temp.tt2");
            }
            session.execute("create temporary table tt1 (_q_000_f_000rref bytea, _q_000_f_001rref bytea,"
                    + " _q_000_f_002rref bytea, _q_000_f_003 numeric(31,3), _q_000_f_004 numeric(31,2))");
            session.execute("create index tmpind_0 on pg_temp.tt1 (_q_000_f_000rref, _q_000_f_001rref)");
            session.execute("create temporary table tt2 (_q_001_f_000rref bytea, _q_001_f_001rref bytea,"
                    + " _q_001_f_002rref bytea, _q_001_f_003 numeric(31,3), _q_001_f_004 numeric(31,2))");
            session.execute("create index tmpind_1 on pg_temp.tt2 (_q_001_f_000rref)");
        }

        private void write(long number, Random random, String reference, String moment) throws SQLException {
            StringBuilder dimensions = new StringBuilder();
            for (int dimension = 0; dimension < Infobase.DIMENSIONS; dimension++) {
                dimensions.append(", ").append(Reference.literal(random.nextInt(Infobase.DIMENSION_ROWS)));
            }
            session.execute("insert into _document200 values (0, " + reference + ", 0, false, " + moment + ", '"
                    + String.format(Locale.ROOT, "%011d", number) + "', true, "
                    + Reference.literal(random.nextInt(Infobase.ORGANISATIONS)) + ", "
                    + Reference.literal(random.nextInt(Infobase.CONTRACTORS)) + ", "
                    + Reference.literal(random.nextInt(Infobase.WAREHOUSES)) + ", 100, 'проведение'" + dimensions
                    + ")");
            int lines = 5 + random.nextInt(20);
            StringBuilder insert = new StringBuilder("insert into _document200_vt230 values ");
            for (int line = 1; line <= lines; line++) {
                double popular = random.nextDouble();
                insert.append(line == 1 ? "" : ", ")
                        .append("(0, ")
                        .append(reference)
                        .append(", int4send(")
                        .append(line)
                        .append("), ")
                        .append(line)
                        .append(", ")
                        .append(Reference.literal((long) (Infobase.ITEMS * popular * popular)))
                        .append(", ")
                        .append(1 + random.nextInt(50))
                        .append(", ")
                        .append(random.nextInt(1000))
                        .append(".50, ")
                        .append(random.nextInt(10_000))
                        .append(".25)");
            }
            session.execute(insert.toString());
        }

        /** What is moved, and what there is of it. */
        private void fillTables(String reference) throws SQLException {
            session.execute(
                    "insert into pg_temp.tt1 select l._fld232rref, d._fld203rref, d._fld201rref, sum(l._fld233),"
                            + " sum(l._fld235) from _document200_vt230 l inner join _document200 d"
                            + " on l._document200_idrref = d._idrref and d._fld626 = 0 where l._fld626 = 0"
                            + " and l._document200_idrref = " + reference
                            + " group by l._fld232rref, d._fld203rref, d._fld201rref");
            session.execute("analyze pg_temp.tt1");
            session.execute(
                    "insert into pg_temp.tt2 select t._fld301rref, t._fld302rref, t._fld303rref, sum(t._fld304),"
                            + " sum(t._fld305) from (select b._fld301rref, b._fld302rref, b._fld303rref, b._fld304, b._fld305"
                            + " from _accumrgt310 b where b._fld626 = 0 and b._period = timestamp '5999-11-01'"
                            + " and (b._fld301rref, b._fld302rref) in (select _q_000_f_000rref, _q_000_f_001rref from pg_temp.tt1)"
                            + " and (b._fld304 <> 0 or b._fld305 <> 0)) t"
                            + " group by t._fld301rref, t._fld302rref, t._fld303rref");
            session.execute("analyze pg_temp.tt2");
        }

        private void move(String reference, String moment) throws SQLException {
            session.execute("delete from _accumrg300 where _fld626 = 0 and _recordertref = '\\\\x000000c8'::bytea"
                    + " and _recorderrref = " + reference);
            session.execute("insert into _accumrg300 select 0, " + moment + ", '\\\\x000000c8'::bytea, " + reference
                    + ", row_number() over (), true, 1, a._q_000_f_000rref, a._q_000_f_001rref, a._q_000_f_002rref,"
                    + " a._q_000_f_003, a._q_000_f_004 from pg_temp.tt1 a left join pg_temp.tt2 b"
                    + " on a._q_000_f_000rref = b._q_001_f_000rref and a._q_000_f_001rref = b._q_001_f_001rref"
                    + " and a._q_000_f_002rref = b._q_001_f_002rref");
        }

        /** Rows that are there are locked in one order; new ones are this session's, by the splitter of totals. */
        private void updateTotals() throws SQLException {
            String key = "t._fld626 = 0 and t._period = timestamp '5999-11-01' and t._fld301rref = a._q_000_f_000rref"
                    + " and t._fld302rref = a._q_000_f_001rref and t._fld303rref = a._q_000_f_002rref";
            session.fetch("select t._fld301rref, t._fld304 from _accumrgt310 t inner join pg_temp.tt1 a on " + key
                    + " where t._splitter in (0, " + splitter
                    + ") order by t._fld301rref, t._fld302rref, t._fld303rref, t._splitter for update of t");
            session.execute("update _accumrgt310 t set _fld304 = t._fld304 - a._q_000_f_003,"
                    + " _fld305 = t._fld305 - a._q_000_f_004 from pg_temp.tt1 a where " + key
                    + " and t._splitter in (0, " + splitter + ")");
            session.execute("insert into _accumrgt310 select 0, timestamp '5999-11-01', a._q_000_f_000rref,"
                    + " a._q_000_f_001rref, a._q_000_f_002rref, " + splitter + ", -a._q_000_f_003, -a._q_000_f_004"
                    + " from pg_temp.tt1 a where not exists (select 1 from _accumrgt310 t where " + key
                    + " and t._splitter in (0, " + splitter + "))");
            session.fetch("select a._q_000_f_000rref, sum(t._fld304) from pg_temp.tt1 a inner join _accumrgt310 t on "
                    + key + " group by a._q_000_f_000rref having sum(t._fld304) < 0");
        }
    }
}
