package io.github.pg1c.patroni.testkit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The time that something is to be scheduled at. */
final class ScheduledTime {
    private ScheduledTime() {}

    /** Why Patroni refuses the time; null when it does not. */
    static @Nullable HttpAnswer refusal(String at, String action, Clock clock) {
        try {
            return OffsetDateTime.parse(at).toInstant().isBefore(clock.instant())
                    ? HttpAnswer.words(422, "Cannot schedule " + action + " in the past")
                    : null;
        } catch (DateTimeParseException e) {
            return at.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[\\d:.]*")
                    ? HttpAnswer.words(400, "Timezone information is mandatory for the scheduled " + action)
                    : HttpAnswer.words(
                            422,
                            "Unable to parse scheduled timestamp. It should be in an unambiguous format, e.g. ISO 8601");
        }
    }
}
