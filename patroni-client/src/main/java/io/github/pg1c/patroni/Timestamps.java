package io.github.pg1c.patroni;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Timestamps as Python and PostgreSQL write them: with a space or a {@code T}, with or without a fraction, with the offset as {@code +03}, {@code +0330}, {@code +03:00} or {@code Z}. */
final class Timestamps {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /** Empty without an offset: whose local time it would be is not known. */
    static Optional<OffsetDateTime> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip().replaceFirst(" ", "T"), FORM));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
