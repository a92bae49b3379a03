package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.json.Located;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The period in which a certificate is valid. */
public record ValidityPeriod(Instant notBefore, Instant notAfter) {

    /**
     * The period as cfssl counts it: it begins some minutes before the nearest minute to now and has the full length of
     * the expiry.
     */
    public static ValidityPeriod of(SigningProfile profile, Instant now) {
        Instant begin = profile.notBefore()
                .orElseGet(() ->
                        now.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES).minus(profile.backdate()));
        Duration expiry = profile.expiry().map(Located::value).orElse(Duration.ZERO);
        Instant end = profile.notAfter().orElseGet(() -> begin.plus(expiry));
        return new ValidityPeriod(begin.truncatedTo(ChronoUnit.SECONDS), end.truncatedTo(ChronoUnit.SECONDS));
    }

    boolean contains(Instant now) {
        return !now.isBefore(notBefore) && now.isBefore(notAfter);
    }

    /**
     * The longest expiry in Go's notation that ends no later than the given moment, for a certificate that begins as
     * this one.
     */
    String longestUntil(Instant end) {
        Duration most = Duration.between(notBefore, end);
        if (most.isNegative()) {
            return "0s";
        }
        return most.toHours() > 0 ? most.toHours() + "h" : most.toMinutes() + "m";
    }
}
