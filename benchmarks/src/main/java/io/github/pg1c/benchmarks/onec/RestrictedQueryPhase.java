package io.github.pg1c.benchmarks.onec;

import java.util.Random;

/**
 * A list of documents as a user sees it whose rights are restricted by rows: 13 references are shown, and for the
 * organisation, the warehouse and the contractor's segment three more tables each decide; 23 relations in one query.
 */
record RestrictedQueryPhase(Infobase infobase, int clients, int operations, Viewer viewer) implements QueryPhase {
    private static final int DOCUMENTS = 400;

    /** Who looks at the list. */
    enum Viewer {
        /** Somebody who may see almost everything. */
        ANYONE,
        /** Somebody who may see a hundredth; made by {@link Infobase#addClerk}. */
        CLERK
    }

    RestrictedQueryPhase(Infobase infobase, int clients, int operations) {
        this(infobase, clients, operations, Viewer.ANYONE);
    }

    @Override
    public String name() {
        return viewer == Viewer.ANYONE ? "restricted" : "restricted to few";
    }

    @Override
    public String query(int operation) {
        Random random = new Random(5000L + operation);
        int anyone = random.nextInt(Infobase.USERS);
        String user = Reference.literal(viewer == Viewer.ANYONE ? anyone : Infobase.CLERK);
        long from = (long) (random.nextDouble() * (infobase.documents() - DOCUMENTS));
        StringBuilder fields = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        for (int dimension = 0; dimension < Infobase.DIMENSIONS; dimension++) {
            String alias = "r" + dimension;
            fields.append(", ").append(alias).append("._description");
            joins.append(" left join _reference4")
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
        return "select d._idrref, d._date_time, d._number, d._fld204, o._description, w._description,"
                + " c._description" + fields + " from _document200 d"
                + " inner join _reference34 o on d._fld201rref = o._idrref and o._fld626 = 0"
                + " inner join _reference33 w on d._fld203rref = w._idrref and w._fld626 = 0"
                + " inner join _reference32 c on d._fld202rref = c._idrref and c._fld626 = 0" + joins
                + " where d._fld626 = 0 and d._date_time >= " + infobase.moment(from) + " and d._date_time < "
                + infobase.moment(from + DOCUMENTS) + allowed(user, "00000022", "d._fld201rref", 1)
                + allowed(user, "00000021", "d._fld203rref", 2) + allowed(user, "00000033", "c._fld321rref", 3)
                + " order by d._date_time desc, d._idrref desc limit 45";
    }

    private static String allowed(String user, String type, String object, int number) {
        String alias = "a" + number;
        return " and exists (select 1 from _inforg410 u" + alias + " inner join _inforg400 " + alias + " on " + alias
                + "._fld401rref = u" + alias + "._fld412rref and " + alias + "._fld626 = 0"
                + " inner join _reference60 g" + alias + " on g" + alias + "._idrref = u" + alias
                + "._fld412rref and g" + alias + "._fld626 = 0 and not g" + alias + "._marked"
                + " where u" + alias + "._fld626 = 0 and u" + alias + "._fld411rref = " + user + " and " + alias
                + "._fld402tref = '\\\\x" + type + "'::bytea and " + alias + "._fld402rref = " + object + ")";
    }
}
