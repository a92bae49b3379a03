package io.github.pg1c.pki.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week in which certificates may be renewed, in the local time of a zone.
 *
 * @param days the days on which the hours begin; not empty
 * @param from the first moment
 * @param to the end, exclusive; on the next day when it is not after {@code from}
 * @param zone the time zone, for example {@code Europe/Moscow}
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
