package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.List;

/**
 * A configuration's new version reaches a register: a new table gets its rows, its indexes are built, it takes the old
 * one's place.
 *
 * @param rows of the register that go into the new table
 */
public record RestructuringPhase(int rows) implements Phase {
    private List<String> steps() {
        return List.of(
                "create table _accumrg350ng (like _accumrg350 including defaults, _fld306rref bytea)",
                "insert into _accumrg350ng select t.*, decode(repeat('00', 16), 'hex') from _accumrg350 t limit "
                        + rows,
                "create unique index _accumrg350ng_1 on _accumrg350ng"
                        + " (_fld626, _period, _recordertref, _recorderrref, _lineno)",
                "create unique index _accumrg350ng_2 on _accumrg350ng (_fld626, _recordertref, _recorderrref, _lineno)",
                "create index _accumrg350ng_3 on _accumrg350ng (_fld626, _fld301rref, _period, _fld302rref, _fld303rref)",
                "analyze _accumrg350ng",
                "drop table _accumrg350",
                "alter table _accumrg350ng rename to _accumrg350");
    }

    @Override
    public String name() {
        return "restructuring";
    }

    @Override
    public int clients() {
        return 1;
    }

    @Override
    public int operations() {
        return 1;
    }

    @Override
    public Client client(Session session, int number) {
        return operation -> restructure(session);
    }

    private void restructure(Session session) throws SQLException {
        // A restructuring waits for its locks as long as it takes.
        session.execute("set lock_timeout = 0");
        for (String step : steps()) {
            session.execute(step);
        }
    }
}
