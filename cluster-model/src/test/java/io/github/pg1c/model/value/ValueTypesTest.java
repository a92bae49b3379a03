package io.github.pg1c.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.MalformedValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.11, 10.0.0.11, 10.0.0.11",
        "FD00:0:0:0:0:0:0:11, fd00::11, [fd00::11]",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1, [2001:db8::1:0:0:1]",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]",
        "::, ::, [::]",
        "1::, 1::, [1::]",
        "::ffff:10.0.0.1, ::ffff:a00:1, [::ffff:a00:1]"
    })
    void addressesHaveOneSpelling(String text, String value, String url) {
        assertThat(IpAddress.parse(text)).hasToString(value);
        assertThat(IpAddress.parse(text).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1.",
                "fe80::1%eth0",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1::2::3",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "localhost",
                "10.0.0.0/8",
                "١٠.0.0.1",
                "1:2:3:4:5:6:7::8"
            })
    void otherTextsAreNoAddresses(String text) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> IpAddress.parse(text));
    }

    @Test
    void addressesThatOthersCannotReachAreKnown() {
        assertThat(IpAddress.parse("0.0.0.0").unspecified()).isTrue();
        assertThat(IpAddress.parse("127.0.0.2").loopback()).isTrue();
        assertThat(IpAddress.parse("224.0.0.1").unicast()).isFalse();
        assertThat(IpAddress.parse("fe80::1").unicast()).isFalse();
        assertThat(IpAddress.parse("fd00::1").unicast()).isTrue();
    }

    @Test
    void aNetworkHasNoBitsBehindItsPrefix() {
        assertThat(Cidr.parse("10.0.0.0/9").contains(IpAddress.parse("10.127.0.1")))
                .isTrue();
        assertThat(Cidr.parse("10.0.0.0/9").contains(IpAddress.parse("10.128.0.1")))
                .isFalse();
        assertThat(Cidr.parse("FD00:10::/64")).hasToString("fd00:10::/64");
        assertThat(Cidr.parse("0.0.0.0/0").everything()).isTrue();
        assertThatExceptionOfType(MalformedValueException.class)
                .isThrownBy(() -> Cidr.parse("10.0.10.7/24"))
                .satisfies(e ->
                        assertThat(e.remedy().en()).contains("10.0.10.0/24").contains("10.0.10.7/32"));
        assertThatExceptionOfType(MalformedValueException.class)
                .isThrownBy(() -> Cidr.parse("10.0.10.7"))
                .satisfies(e -> assertThat(e.remedy().ru()).contains("10.0.10.7/32"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "all", "fd00::/129", "10.0.0.0/8/8"})
    void otherTextsAreNoNetworks(String text) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> Cidr.parse(text));
    }

    @Test
    void hostNamesAreNamesOrAddresses() {
        assertThat(HostName.parse("ZUP-db.Corp.Example")).hasToString("zup-db.corp.example");
        assertThat(HostName.parse("10.0.0.1").address()).contains(IpAddress.parse("10.0.0.1"));
        assertThat(HostName.parse("fd00::1").url()).isEqualTo("[fd00::1]");
        assertThat(HostName.parse("n1").address()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a..b", "-a", "a_b", "http://a", "a:5432", "10.0.0.300", "a.1", "база.рф", "a.", "*.corp"})
    void otherTextsAreNoHostNames(String text) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> HostName.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PG1", "pg_1", "-pg", "pg-", "pg.1", "пг", "pg1\n"})
    void nodeNamesAreLabels(String text) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> NodeName.parse(text));
        assertThat(NodeName.parse("n".repeat(63)).value()).hasSize(63);
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> NodeName.parse("n".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource({
        "zup, false",
        "_a1, false",
        "1c, true",
        "user, true",
        "Zup, true",
        "zup-2025, true",
        "зуп, true",
        "a$b, true"
    })
    void sqlNamesAreQuotedWhenNeeded(String text, boolean quoting) {
        assertThat(SqlName.parse(text).needsQuoting()).isEqualTo(quoting);
    }

    @Test
    void sqlNamesAreQuotedAndLimitedInBytes() {
        assertThat(SqlName.parse("a\"b").quoted()).isEqualTo("\"a\"\"b\"");
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> SqlName.parse("я".repeat(32)));
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> SqlName.parse("a\0b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200ms", "30s", "5min", "1h", "365d", "0s", "1500ms", "90s"})
    void durationsArePrintedAsTheyAreRead(String text) {
        assertThat(Durations.print(Durations.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5m", "5 min", "-5s", "1.5s", "05s", "PT5S", "1h30min", "9999999999s", "5s\n"})
    void otherTextsAreNoDurations(String text) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> Durations.parse(text));
    }

    @Test
    void durationsPrintTheLargestUnit() {
        assertThat(Durations.print(Duration.ofHours(48))).isEqualTo("2d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db-copies", "Copies", "копия", "a b"})
    void aSlotHasLowerCaseLettersDigitsAndUnderscores(String text) {
        assertThat(SlotName.parse("2nd_copy").value()).isEqualTo("2nd_copy");
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> SlotName.parse(text));
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> SlotName.parse("a".repeat(64)));
    }
}
