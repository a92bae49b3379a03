package io.github.pg1c.pki.x509;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The life of a certificate in whole seconds. It begins a little in the past, because clocks of a cluster differ. */
public record Validity(Instant notBefore, Instant notAfter, boolean clamped) {
    public static final Duration BACKDATE = Duration.ofMinutes(5);
    /** RFC 5280, 4.1.2.5: the last moment that a certificate can state. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public static Validity root(Instant now, Duration validity) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant end = second.plus(validity).truncatedTo(ChronoUnit.SECONDS);
        return new Validity(second.minus(BACKDATE), end.isAfter(LAST) ? LAST : end, end.isAfter(LAST));
    }

    public static Validity leaf(Instant now, Duration validity, X509Certificate issuer) {
        Instant issuerStart = issuer.getNotBefore().toInstant();
        Instant issuerEnd = issuer.getNotAfter().toInstant();
        if (now.isBefore(issuerStart) || !now.isBefore(issuerEnd)) {
            throw new PkiException(Text.of(
                    "the authority " + issuer.getSubjectX500Principal() + " is valid from " + issuerStart + " to "
                            + issuerEnd + " and cannot issue at " + now,
                    "центр " + issuer.getSubjectX500Principal() + " действует с " + issuerStart + " по " + issuerEnd
                            + " и в момент " + now + " выпускать не может"));
        }
        Validity wanted = root(now, validity);
        Instant start = wanted.notBefore.isBefore(issuerStart) ? issuerStart : wanted.notBefore;
        boolean clamped = wanted.notAfter.isAfter(issuerEnd);
        return new Validity(start, clamped ? issuerEnd : wanted.notAfter, clamped);
    }
}
