package io.github.pg1c.patroni;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Timestamps as Python and PostgreSQL write them: with a space or a {@code T}, with or without a fraction, with the offset as {@code +03}, {@code +0330}, {@code +03:00} or {@code Z}. */
final class Timestamps {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /** As it is sent. */
    static String write(OffsetDateTime time) {
        return python(time).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The moment that Python keeps of this one: its clock has microseconds. */
    static OffsetDateTime python(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Empty without an offset: whose local time it would be is not known. */
    static Optional<OffsetDateTime> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip().replaceFirst(" ", "T"), FORM));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
