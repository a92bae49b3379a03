package io.github.pg1c.pki.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.x509.CertificateNames;
import io.github.pg1c.pki.x509.DistinguishedNames;
import io.github.pg1c.pki.x509.StrictRules;
import io.github.pg1c.pki.x509.Validity;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds for every certificate, whatever it says and whenever it is issued. The issuer itself checks each against
 * {@link StrictRules} and by path validation.
 */
@Tag("slow")
class TenThousandIssuesTest {
    private static final int ISSUES = 10_000;

    /**
     * Around changes of the clock, leap days, the year from which times are written in another form, and the end of
     * writable time.
     */
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-03-29T00:59:59.999Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2028-02-28T23:59:59Z"),
            Instant.parse("2028-02-29T12:00:00.000000001Z"),
            Instant.parse("2016-12-31T23:59:59.5Z"),
            Instant.parse("2049-12-31T23:55:00Z"),
            Instant.parse("2049-12-31T23:59:59.999999999Z"),
            Instant.parse("2050-01-01T00:00:00Z"),
            Instant.parse("2050-01-01T00:05:00Z"),
            Instant.parse("2100-02-28T23:59:59Z"));

    private static final List<String> WORDS = List.of(
            "node1", "сервер", "a,b", "O=evil", "x+y", "#0401", "\"q\"", "a\\b", "<a>", "a;b", "ünï", "名", "a=b", " ",
            "'", "/");

    private final Random seeded = new Random(20261120);
    private final CertificateAuthority authority = CertificateAuthority.create(
            new CaRequest("authority, of + \"all\" <times>", "Компания", KeyAlgorithm.P256, Duration.ofDays(40_000)),
            Clock.fixed(Instant.parse("2016-01-01T00:00:00Z"), ZoneOffset.UTC),
            Authorities.RANDOM);

    @Test
    void everyCertificateIsWhatWasAskedFor() {
        Set<BigInteger> serials = new HashSet<>();
        for (int i = 0; i < ISSUES; i++) {
            Instant now = MOMENTS.get(i % MOMENTS.size()).plusMillis(seeded.nextInt(600_000) - 300_000L);
            Duration validity = Duration.ofSeconds(1 + seeded.nextInt(400 * 86_400));
            CertificateRequest request = request();

            X509Certificate issued = authority
                    .issue(
                            request,
                            Authorities.keys(KeyAlgorithm.P256),
                            validity,
                            Clock.fixed(now, ZoneOffset.UTC),
                            Authorities.RANDOM)
                    .certificate();

            BigInteger serial = issued.getSerialNumber();
            assertThat(serials.add(serial)).isTrue();
            assertThat(serial.bitLength()).isBetween(64, 159);
            assertThat(serial.toByteArray().length).isLessThanOrEqualTo(20);
            assertThat(DistinguishedNames.commonName(issued)).isEqualTo(request.commonName());
            assertThat(CertificateNames.of(issued)).isEqualTo(CertificateNames.of(request));
            assertThat(issued.getNotBefore().toInstant())
                    .isEqualTo(now.minus(Validity.BACKDATE).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
            assertThat(Duration.between(issued.getNotAfter().toInstant(), now.plus(validity)))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(1));
        }
        assertThat(serials).hasSize(ISSUES);
    }

    private CertificateRequest request() {
        Purpose purpose = Purpose.values()[seeded.nextInt(Purpose.values().length)];
        String commonName = purpose.commonName() == Purpose.CommonName.FORBIDDEN ? "" : commonName();
        List<SubjectName> names = new ArrayList<>();
        for (int n = 1 + seeded.nextInt(5); n > 0; n--) {
            names.add(
                    switch (seeded.nextInt(4)) {
                        case 0 -> SubjectName.ip(seeded.nextInt(256) + "." + seeded.nextInt(256) + ".0.1");
                        case 1 ->
                            SubjectName.ip(Integer.toHexString(seeded.nextInt(65536)) + "::"
                                    + Integer.toHexString(seeded.nextInt(65536)));
                        case 2 -> SubjectName.dns("узел" + seeded.nextInt(100) + ".пример.рф");
                        default ->
                            SubjectName.dns(
                                    (seeded.nextBoolean() ? "*." : "") + "n" + seeded.nextInt(100) + ".example.com");
                    });
        }
        return new CertificateRequest(purpose, commonName, names);
    }

    private String commonName() {
        StringBuilder text = new StringBuilder();
        for (int n = 1 + seeded.nextInt(6); n > 0; n--) {
            text.append(WORDS.get(seeded.nextInt(WORDS.size())));
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? "x" : stripped;
    }
}
