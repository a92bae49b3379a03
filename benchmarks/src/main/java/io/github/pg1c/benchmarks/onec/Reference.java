package io.github.pg1c.benchmarks.onec;

import java.util.Locale;

/**
 * The 16 bytes that identify an object: a node of the platform and a time that grows, so that new objects stand
 * together in an index.
 */
final class Reference {
    /** The same bytes in the server, of a number {@code n}. */
    static final String FUNCTION =
            "create function reference(n bigint) returns bytea language sql immutable parallel safe as "
                    + "$$ select decode('8000525400' || lpad(to_hex(n % 4), 6, '0') || lpad(to_hex(n / 4), 16, '0'), 'hex') $$";

    private Reference() {}

    /** The literal of an object's reference, as the platform writes literals: with doubled backslashes. */
    static String literal(long number) {
        return String.format(Locale.ROOT, "'\\\\x8000525400%06x%016x'::bytea", number % 4, number / 4);
    }
}
