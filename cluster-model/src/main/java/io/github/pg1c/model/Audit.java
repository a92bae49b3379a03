package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lines about statements in the server's log, by pgAudit.
 *
 * <p>Its extension is not created: that adds only the names of objects, and its event triggers would stop every DDL once
 * the server no longer loads the library.
 *
 * @see <a href="https://github.com/pgaudit/pgaudit">pgAudit</a>
 * @since 0.1
 */
public record Audit(
        @Key(
                en =
                        "Classes of statements: read, write, function, role, ddl, misc, misc_set, all. Without any there is "
                                + "no pgAudit.",
                ru = "Классы команд: read, write, function, role, ddl, misc, misc_set, all. Без них pgAudit нет.",
                otherwise = "[]",
                example = "[role, ddl]")
        Set<StatementClass> log) {

    public Audit {
        log = log.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(log));
    }

    /** Whether there is one. */
    public boolean on() {
        return !log.isEmpty();
    }

    /** A class of statements, as {@code pgaudit.log} calls it. */
    public enum StatementClass {
        /** SELECT and COPY of a relation. */
        READ("read"),
        /** INSERT, UPDATE, DELETE, TRUNCATE, and COPY to a relation. */
        WRITE("write"),
        /** Calls of functions, DO blocks. */
        FUNCTION("function"),
        /** Roles and rights. */
        ROLE("role"),
        /** Every other DDL. */
        DDL("ddl"),
        /** DISCARD, FETCH, CHECKPOINT, VACUUM, SET. */
        MISC("misc"),
        /** SET commands. */
        MISC_SET("misc_set"),
        /** All of them. */
        ALL("all");

        private final String id;

        StatementClass(String id) {
            this.id = id;
        }

        /** The word used in the specification and in the parameter. */
        public String id() {
            return id;
        }
    }

    /** The same with other {@link #log()}. */
    public Audit withLog(Set<StatementClass> value) {
        return new Audit(value);
    }
}
