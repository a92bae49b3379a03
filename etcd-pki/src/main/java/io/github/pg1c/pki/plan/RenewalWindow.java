package io.github.pg1c.pki.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * The part of a certificate's life in which it is due for renewal. The part includes the end; an ended certificate
 * stays due.
 *
 * @since 0.1
 */
public sealed interface RenewalWindow {
    /** The default: the last third. A certificate of one year has four months for attempts. */
    static RenewalWindow lastThird() {
        return new LastPart(3);
    }

    /** A fixed time before the end. */
    static RenewalWindow before(Duration end) {
        return new Before(end);
    }

    /** The moment from which on a certificate with this life is due. */
    Instant opens(Instant notBefore, Instant notAfter);

    /**
     * The last n-th of the life.
     *
     * @param divisor n, at least 2
     */
    record LastPart(int divisor) implements RenewalWindow {
        /** Checks the divisor. */
        public LastPart {
            if (divisor < 2) {
                throw new IllegalArgumentException(
                        "a certificate cannot be due in the last 1/" + divisor + " of its life");
            }
        }

        @Override
        public Instant opens(Instant notBefore, Instant notAfter) {
            return notAfter.minus(Duration.between(notBefore, notAfter).dividedBy(divisor));
        }
    }

    /**
     * A fixed time before the end.
     *
     * @param end how long before the end; positive
     */
    record Before(Duration end) implements RenewalWindow {
        /** Checks the duration. */
        public Before {
            if (end.isNegative() || end.isZero()) {
                throw new IllegalArgumentException("the time before the end must be positive, not " + end);
            }
        }

        @Override
        public Instant opens(Instant notBefore, Instant notAfter) {
            return notAfter.minus(end);
        }
    }
}
