package io.github.pg1c.pki.cfssl.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.cfssl.SideBySideIT;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same texts go through the real program in {@link SideBySideIT}; here are the values. */
class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "87600h, PT87600H",
        "8760h30m, PT8760H30M",
        "1.5h, PT1H30M",
        "-5m, PT-5M",
        "+1h, PT1H",
        "0, PT0S",
        "-0, PT0S",
        ".5s, PT0.5S",
        "1.s, PT1S",
        "1h2m3s4ms5us6ns, PT1H2M3.004005006S",
        "1µs, PT0.000001S",
        "1μs, PT0.000001S",
        "0.3333333333333333333h, PT20M",
        "0.9223372036854775807h, PT55M20.413933267S",
        "2562047h47m16.854775807s, PT2562047H47M16.854775807S",
        "-9223372036854775808ns, PT-2562047H-47M-16.854775808S",
    })
    void readsAsGoDoes(String text, Duration expected) {
        assertThat(GoDuration.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "h",
                "-",
                "+",
                ".",
                "10",
                "10d",
                "1y",
                "1H",
                "1 h",
                " 1h",
                "1h ",
                "--1h",
                "1h-1m",
                "1.2.3h",
                "1e3h",
                "2562048h",
                "9223372036854775808ns",
                "99999999999999999999h",
                "1hh",
                "１h"
            })
    void refusesWhatGoRefuses(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @Test
    void longTextsAreReadFast() {
        String digits = "1".repeat(1_000_000);

        assertThat(GoDuration.parse(digits)).isEmpty();
        assertThat(GoDuration.parse(digits + "h")).isEmpty();
        assertThat(GoDuration.parse("0".repeat(1_000_000) + "1.5" + "0".repeat(1_000_000) + "h"))
                .contains(Duration.ofMinutes(90));
        assertThat(GoDuration.parse("1s".repeat(500_000))).contains(Duration.ofSeconds(500_000));
    }

    @ParameterizedTest
    @CsvSource({
        "10d, 240h",
        "2w, 336h",
        "1y, 8760h",
        "3 days, 72h",
        "forever, 8760h",
        "292y, 2557920h",
        "999999y, 2562047h"
    })
    void suggestsHoursForCalendarUnits(String text, String suggestion) {
        assertThat(GoDuration.suggestion(text)).isEqualTo(suggestion);
    }
}
