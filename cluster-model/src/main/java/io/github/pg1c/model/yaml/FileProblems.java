package io.github.pg1c.model.yaml;

/** Codes of problems that the reader finds in a file. */
final class FileProblems {

    static final String UNREADABLE = "PG1C-001";
    static final String TOO_LARGE = "PG1C-002";
    static final String ENCODING = "PG1C-003";
    static final String CONTROL_CHARACTER = "PG1C-004";
    static final String BYTE_ORDER_MARK = "PG1C-005";
    static final String EMPTY = "PG1C-006";
    static final String SEVERAL_DOCUMENTS = "PG1C-007";
    static final String SYNTAX = "PG1C-008";
    static final String TAB = "PG1C-009";
    static final String LIMITS = "PG1C-010";
    static final String ANCHOR = "PG1C-011";
    static final String MERGE = "PG1C-012";
    static final String TAG = "PG1C-013";
    static final String KEY = "PG1C-014";

    static final String UNKNOWN_KEY = "PG1C-020";
    static final String DUPLICATE_KEY = "PG1C-021";
    static final String MISSING_KEY = "PG1C-022";
    static final String STRUCTURE = "PG1C-023";
    static final String WORD = "PG1C-024";
    static final String NUMBER = "PG1C-025";
    static final String OWN_RULES = "PG1C-032";

    private FileProblems() {}
}
