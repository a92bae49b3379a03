package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.Random;

/**
 * Hours of temporary tables in seconds: each is created, filled, indexed, analysed, read and dropped. The catalogs'
 * dead rows come as many times faster as time is compressed, so autovacuum looks as many times more often, at most each
 * second; what it may do each time stays.
 */
record TemporaryTablePhase(int clients, int operations) implements Phase {
    /** How many seconds of an infobase one second of the phase stands for. */
    private static final int COMPRESSION = 20;

    @Override
    public String name() {
        return "temporary";
    }

    @Override
    public void before(TestServer server) throws SQLException {
        int naptime = Integer.parseInt(server.ask("select setting from pg_settings where name = 'autovacuum_naptime'"));
        server.administer(
                "alter system set autovacuum_naptime = " + Math.max(1, naptime / COMPRESSION),
                "select pg_reload_conf()");
    }

    @Override
    public Client client(Session session, int number) {
        return operation -> work(session, operation);
    }

    private static void work(Session session, int operation) throws SQLException {
        Random random = new Random(9000L + operation);
        int from = random.nextInt(Infobase.ITEMS - 200);
        String table = "pg_temp.tt" + (10 + operation % 7);
        session.execute("create temporary table " + table.substring(8)
                + " (_q_000_f_000rref bytea, _q_000_f_001rref bytea, _q_000_f_002 numeric(31,3),"
                + " _q_000_f_003 varchar(150), _q_000_f_004 timestamp(0), _q_000_f_005 boolean, _q_000_f_006 numeric(31,2),"
                + " _q_000_f_007rref bytea)");
        session.execute("insert into " + table
                + " select _idrref, _fld311rref, 1, _description, null, _marked, 2, _parentidrref"
                + " from _reference31 where _fld626 = 0 and _idrref >= " + Reference.literal(4L * (from / 4))
                + " order by _fld626, _idrref limit " + (20 + random.nextInt(150)));
        session.execute("create index tmpind_" + operation % 7 + " on " + table + " (_q_000_f_000rref)");
        session.execute("analyze " + table);
        session.fetch("select t._q_000_f_003, i._code from " + table
                + " t inner join _reference31 i on t._q_000_f_000rref = i._idrref and i._fld626 = 0 limit 20");
        session.execute("drop table " + table);
    }
}
