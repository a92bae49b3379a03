package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.Random;

/**
 * A query whose narrowest condition is written last, as the platform appends a selection: documents with their
 * references, and after them a temporary table of a few documents. 16 relations; a planner that takes the text's order
 * for given reads all documents of the period first.
 *
 * @param shape how large it is, and where the selection stands
 */
record SelectionQueryPhase(Infobase infobase, int clients, int operations, Shape shape) implements QueryPhase {
    private static final int SELECTED = 30;

    /** So many documents are in the period that the query names, in every regime. */
    private static final int PERIOD = 60_000;

    /** How large a query is, and where its selection stands. */
    enum Shape {
        /** Joined last. */
        JOINED("selection", false, false),
        /** Joined last, with the item of each line and the segment of each contractor, too: 18 relations. */
        JOINED_TO_MORE("selection of 18", true, false),
        /** In a condition, as the language of queries writes {@code В (ВЫБРАТЬ …)}. */
        CONDITION("selection by condition", false, true);

        private final String id;
        private final boolean wider;
        private final boolean condition;

        Shape(String id, boolean wider, boolean condition) {
            this.id = id;
            this.wider = wider;
            this.condition = condition;
        }
    }

    SelectionQueryPhase(Infobase infobase, int clients, int operations) {
        this(infobase, clients, operations, Shape.JOINED);
    }

    @Override
    public String name() {
        return shape.id;
    }

    private static Random random(int operation) {
        return new Random(7000L + operation);
    }

    /** The first document of the period. */
    private long from(Random random) {
        return (long) (random.nextDouble() * (infobase.documents() - PERIOD));
    }

    /** Makes the temporary table of the documents that one operation is about. */
    @Override
    public void before(Session session, int operation) throws SQLException {
        Random random = random(operation);
        long from = from(random);
        session.execute("create temporary table tt7 (_q_000_f_000rref bytea)");
        StringBuilder insert = new StringBuilder("insert into pg_temp.tt7 values ");
        for (int i = 0; i < SELECTED; i++) {
            insert.append(i == 0 ? "(" : ", (")
                    .append(Reference.literal(from + random.nextInt(PERIOD)))
                    .append(')');
        }
        session.execute(insert.toString());
        session.execute("analyze pg_temp.tt7");
    }

    @Override
    public void after(Session session) throws SQLException {
        session.execute("drop table pg_temp.tt7");
    }

    @Override
    public String query(int operation) {
        long from = from(random(operation));
        StringBuilder fields = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        for (int dimension = 0; dimension < Infobase.DIMENSIONS; dimension++) {
            String alias = "r" + dimension;
            fields.append(", ").append(alias).append("._description");
            joins.append(" inner join _reference4")
                    .append(dimension)
                    .append(' ')
                    .append(alias)
                    .append(" on d._fld21")
                    .append(dimension)
                    .append("rref = ")
                    .append(alias)
                    .append("._idrref and ")
                    .append(alias)
                    .append("._fld626 = 0");
        }
        return "select d._idrref, o._description, w._description, c._description, l._lineno231, l._fld233" + fields
                + " from _document200 d inner join _reference34 o on d._fld201rref = o._idrref and o._fld626 = 0"
                + " inner join _reference33 w on d._fld203rref = w._idrref and w._fld626 = 0"
                + " inner join _reference32 c on d._fld202rref = c._idrref and c._fld626 = 0" + joins
                + (shape.wider ? " inner join _reference51 g on c._fld321rref = g._idrref and g._fld626 = 0" : "")
                + " inner join _document200_vt230 l on l._document200_idrref = d._idrref and l._fld626 = 0"
                + (shape.wider ? " inner join _reference31 i on l._fld232rref = i._idrref and i._fld626 = 0" : "")
                + (shape.condition ? "" : " inner join pg_temp.tt7 s on s._q_000_f_000rref = d._idrref")
                + " where d._fld626 = 0"
                + (shape.condition ? " and d._idrref in (select s._q_000_f_000rref from pg_temp.tt7 s)" : "")
                + " and d._date_time >= " + infobase.moment(from) + " and d._date_time < "
                + infobase.moment(from + PERIOD) + " order by d._date_time, l._lineno231";
    }
}
