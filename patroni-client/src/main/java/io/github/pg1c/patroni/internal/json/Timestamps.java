package io.github.pg1c.patroni.internal.json;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Timestamps as Python and PostgreSQL write them: with a space or a {@code T}, with or without a fraction, with the
 * offset as {@code +03}, {@code +0330}, {@code +03:00} or {@code Z}.
 */
public final class Timestamps {
    private static final DateTimeFormatter WITH_COLON = form("XXX");
    private static final DateTimeFormatter WITHOUT_COLON = form("X");

    private Timestamps() {}

    /** The text that is sent. */
    public static String write(OffsetDateTime time) {
        return python(time).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The moment in the resolution of Python's clock, microseconds. */
    public static OffsetDateTime python(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** The moment; empty without an offset, because the time zone is not known. */
    public static Optional<OffsetDateTime> parse(String text) {
        String form = text.strip().replace(' ', 'T');
        int length = form.length();
        // The form is chosen before parsing, because trying both takes ten times as long.
        boolean colon = form.endsWith("Z") || (length > 3 && form.charAt(length - 3) == ':');
        try {
            return Optional.of(OffsetDateTime.parse(form, colon ? WITH_COLON : WITHOUT_COLON));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String offset) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .appendPattern(offset)
                .toFormatter(Locale.ROOT);
    }
}
