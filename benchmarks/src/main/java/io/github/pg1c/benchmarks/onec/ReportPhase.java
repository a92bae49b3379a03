package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.Random;

/**
 * Reports: turnovers grouped by four fields, a list of sales in order, the last price of every item; each over as many
 * documents in every regime, at a place of the two years that its number decides.
 */
public record ReportPhase(Infobase infobase, int clients, int operations) implements Phase {
    private static final int FEWEST_DOCUMENTS = 3_000;
    private static final int MOST_DOCUMENTS = 20_000;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Client client(Session session, int number) {
        return operation -> report(session, operation);
    }

    private void report(Session session, int operation) throws SQLException {
        Random random = new Random(1000L + operation);
        int documents =
                (int) (FEWEST_DOCUMENTS * Math.pow((double) MOST_DOCUMENTS / FEWEST_DOCUMENTS, random.nextDouble()));
        long from = (long) (random.nextDouble() * (infobase.documents() - documents));
        String start = infobase.moment(from);
        String end = infobase.moment(from + documents);
        switch (operation % 3) {
            case 0 -> turnovers(session, start, end);
            case 1 -> sales(session, start, end);
            default -> lastPrices(session, start, end);
        }
    }

    private static void turnovers(Session session, String start, String end) throws SQLException {
        session.execute("create temporary table tt5 as select t._fld301rref, t._fld302rref, t._fld303rref,"
                + " date_trunc('day', t._period) _period, count(distinct t._recorderrref) _documents,"
                + " sum(case when t._recordkind = 0 then t._fld304 else -t._fld304 end) _quantity,"
                + " sum(case when t._recordkind = 0 then t._fld305 else -t._fld305 end) _amount"
                + " from _accumrg300 t where t._fld626 = 0 and t._period >= " + start + " and t._period < " + end
                + " group by t._fld301rref, t._fld302rref, t._fld303rref, date_trunc('day', t._period)");
        session.execute("analyze pg_temp.tt5");
        session.fetch("select count(*), max(r._n) from (select row_number() over (order by w._description,"
                + " i._description, t._period) _n, t.* from pg_temp.tt5 t"
                + " left join _reference31 i on t._fld301rref = i._idrref and i._fld626 = 0"
                + " left join _reference33 w on t._fld302rref = w._idrref and w._fld626 = 0"
                + " left join _reference34 o on t._fld303rref = o._idrref and o._fld626 = 0) r");
        session.execute("drop table pg_temp.tt5");
    }

    private static void sales(Session session, String start, String end) throws SQLException {
        session.fetch("select count(*), max(r._description) from (select c._description, i._description _item,"
                + " d._date_time, d._number, l._lineno231, l._fld233, l._fld234, l._fld235, d._fld205"
                + " from _document200 d inner join _document200_vt230 l on l._document200_idrref = d._idrref"
                + " and l._fld626 = 0 left join _reference31 i on l._fld232rref = i._idrref and i._fld626 = 0"
                + " left join _reference32 c on d._fld202rref = c._idrref and c._fld626 = 0"
                + " where d._fld626 = 0 and d._date_time >= " + start + " and d._date_time < " + end
                + " and d._posted order by c._description, i._description, d._date_time, l._lineno231 offset 0) r");
    }

    private static void lastPrices(Session session, String start, String end) throws SQLException {
        session.fetch(
                "select count(*), sum(t._fld305) from (select t._fld301rref, t._fld302rref, max(t._period) _period"
                        + " from _accumrg300 t where t._fld626 = 0 and t._period >= " + start + " and t._period < "
                        + end
                        + " and t._active group by t._fld301rref, t._fld302rref) m"
                        + " inner join _accumrg300 t on t._fld301rref = m._fld301rref and t._fld302rref = m._fld302rref"
                        + " and t._period = m._period and t._fld626 = 0 and t._period >= " + start + " and t._period < "
                        + end
                        + " inner join _document200 d on t._recorderrref = d._idrref and d._fld626 = 0"
                        + " and d._date_time >= " + start + " and d._date_time < " + end);
    }
}
