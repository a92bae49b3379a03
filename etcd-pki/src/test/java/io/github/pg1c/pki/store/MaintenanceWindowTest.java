package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.MaintenanceWindow;
import io.github.pg1c.pki.plan.RenewalWindow;
import io.github.pg1c.pki.x509.Validity;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceWindowTest extends StoreFixture {
    private static final MaintenanceWindow SUNDAY_NIGHT = new MaintenanceWindow(
            Set.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), ZoneId.of("Europe/Moscow"));

    /** 2026-11-21 is a Saturday; Moscow is three hours ahead of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T18:59:59Z, false",
        "2026-11-21T19:00:00Z, true",
        "2026-11-22T00:59:59Z, true",
        "2026-11-22T01:00:00Z, false",
        "2026-11-22T19:30:00Z, false",
        "2026-11-21T00:30:00Z, false",
    })
    void hoursBelongToTheDayOnWhichTheyBegin(String moment, boolean inside) {
        assertThat(SUNDAY_NIGHT.contains(Instant.parse(moment))).isEqualTo(inside);
    }

    /** In Berlin the clock goes from 2 to 3 on 2026-03-29 and from 3 to 2 on 2026-10-25. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59Z, true",
        "2026-03-29T01:00:00Z, false",
        "2026-10-25T00:30:00Z, true",
        "2026-10-25T01:30:00Z, true",
        "2026-10-25T02:00:00Z, false",
    })
    void localTimeCountsWhenClocksChange(String moment, boolean inside) {
        MaintenanceWindow hours = new MaintenanceWindow(
                Set.of(DayOfWeek.SUNDAY), LocalTime.of(1, 0), LocalTime.of(3, 0), ZoneId.of("Europe/Berlin"));

        assertThat(hours.contains(Instant.parse(moment))).isEqualTo(inside);
    }

    @Test
    void sameBeginningAndEndIsTheWholeDay() {
        MaintenanceWindow sunday = new MaintenanceWindow(
                Set.of(DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"));

        assertThat(sunday.contains(Instant.parse("2026-11-22T23:59:59Z"))).isTrue();
        assertThat(sunday.contains(Instant.parse("2026-11-21T23:59:59Z"))).isFalse();
        assertThat(sunday.contains(Instant.parse("2026-11-23T00:00:00Z"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaintenanceWindow(
                        EnumSet.noneOf(DayOfWeek.class), LocalTime.MIN, LocalTime.NOON, ZoneId.of("UTC")));
    }

    @Test
    void dueCertificateWaitsForItsHoursUntilItIsUrgent() {
        IssuancePolicy policy = IssuancePolicy.defaults().within(SUNDAY_NIGHT);
        store.planned(plan, policy, at(NOW), RANDOM).ensure();
        Instant opens = RenewalWindow.lastThird().opens(NOW.minus(Validity.BACKDATE), NOW.plus(Authorities.YEAR));
        Instant end = NOW.plus(Authorities.YEAR);
        Instant urgent = opens.plus(Duration.between(opens, end).dividedBy(2));
        Instant inside = Instant.parse("2027-07-24T20:00:00Z");
        assertThat(inside).isBetween(opens, urgent);

        Issuance waiting =
                find(store.planned(plan, policy, at(opens), new SecureRandom()).examine(), SERVER);
        assertThat(waiting.action()).isEqualTo(Issuance.Action.KEPT);
        assertThat(waiting.reasons()).as("and it says what it waits with").containsExactly(ReissueReason.EXPIRING);
        assertThat(waiting.notAfter()).contains(end);
        assertThat(find(
                                store.planned(plan, policy, at(inside), new SecureRandom())
                                        .examine(),
                                SERVER)
                        .action())
                .isEqualTo(Issuance.Action.RENEWED);
        assertThat(SUNDAY_NIGHT.contains(urgent)).isFalse();
        assertThat(find(
                                store.planned(plan, policy, at(urgent.minusSeconds(1)), new SecureRandom())
                                        .examine(),
                                SERVER)
                        .action())
                .isEqualTo(Issuance.Action.KEPT);
        assertThat(find(
                                store.planned(plan, policy, at(urgent), new SecureRandom())
                                        .examine(),
                                SERVER)
                        .action())
                .isEqualTo(Issuance.Action.RENEWED);
    }

    @Test
    void brokenCertificateDoesNotWait() throws Exception {
        IssuancePolicy policy = IssuancePolicy.defaults().within(SUNDAY_NIGHT);
        store.planned(plan, policy, at(NOW), RANDOM).ensure();
        java.nio.file.Files.delete(directory.resolve(SERVER_KEY));

        assertThat(find(store.planned(plan, policy, at(NOW), RANDOM).ensure(), SERVER)
                        .action())
                .isEqualTo(Issuance.Action.ISSUED);
    }
}
