package io.github.pg1c.model.key;

/**
 * Codes of what a reader can find wrong with a file and its keys. The rows of the rules describe them; the codes of the
 * other rules stand only in their rows.
 */
public final class ReaderCodes {

    // The file before its keys are read
    public static final String UNREADABLE = "PG1C-001";
    public static final String TOO_LARGE = "PG1C-002";
    public static final String ENCODING = "PG1C-003";
    public static final String CONTROL_CHARACTER = "PG1C-004";
    public static final String BYTE_ORDER_MARK = "PG1C-005";
    public static final String EMPTY = "PG1C-006";
    public static final String SEVERAL_DOCUMENTS = "PG1C-007";
    public static final String SYNTAX = "PG1C-008";
    public static final String TAB = "PG1C-009";
    public static final String LIMITS = "PG1C-010";
    public static final String ANCHOR = "PG1C-011";
    public static final String MERGE = "PG1C-012";
    public static final String TAG = "PG1C-013";
    public static final String KEY = "PG1C-014";

    // Keys and their values
    public static final String UNKNOWN_KEY = "PG1C-020";
    public static final String DUPLICATE_KEY = "PG1C-021";
    public static final String MISSING_KEY = "PG1C-022";
    public static final String STRUCTURE = "PG1C-023";
    public static final String WORD = "PG1C-024";
    public static final String NUMBER = "PG1C-025";
    public static final String MALFORMED_NAME = "PG1C-026";
    public static final String MALFORMED_ADDRESS = "PG1C-027";
    public static final String MALFORMED_SIZE = "PG1C-028";
    public static final String MALFORMED_DURATION = "PG1C-029";
    public static final String MALFORMED_VERSION = "PG1C-030";
    public static final String UNUSABLE_TEXT = "PG1C-031";
    public static final String OWN_RULES = "PG1C-032";

    private ReaderCodes() {}
}
