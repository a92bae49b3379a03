package io.github.pg1c.bundle.part;

/**
 * How a secret is written between two pieces of text.
 *
 * @since 0.1
 */
public enum Quoting {
    /** Within double quotes of a POSIX shell, which systemd reads the same way. */
    SHELL {
        @Override
        public String quote(String value) {
            StringBuilder quoted = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\' || c == '$' || c == '`') {
                    quoted.append('\\');
                }
                quoted.append(c);
            }
            return quoted.toString();
        }
    },
    /** Within single quotes of SQL, {@code standard_conforming_strings} on. */
    SQL {
        @Override
        public String quote(String value) {
            return value.replace("'", "''");
        }
    },
    /** Within double quotes that are doubled, as identifiers of SQL and PgBouncer's list of users are. */
    DOUBLED {
        @Override
        public String quote(String value) {
            return value.replace("\"", "\"\"");
        }
    };

    /** The value as written between the quotes. */
    public abstract String quote(String value);
}
