package io.github.pg1c.pki.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week in which certificates may be renewed, in the wall time of a place.
 *
 * @param days the days on which the hours begin; not empty
 * @param from the first moment
 * @param to the moment after the last; when it is not after {@code from} it is one of the next day
 * @param zone the place, for example {@code Europe/Moscow}
 * @since 0.1
 */
public record MaintenanceWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    /**
     * Copies the days.
     *
     * @throws IllegalArgumentException when there is none
     */
    public MaintenanceWindow {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a maintenance window needs at least one day of the week");
        }
    }

    /** True when the moment is within the hours. */
    public boolean contains(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return !time.isBefore(from) && days.contains(local.getDayOfWeek())
                || time.isBefore(to) && days.contains(local.getDayOfWeek().minus(1));
    }
}
