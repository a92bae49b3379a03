package io.github.pg1c.pki.plan;

import io.github.pg1c.pki.KeyAlgorithm;
import java.time.Duration;
import java.util.Optional;

/**
 * How new certificates are made and when old ones are due.
 *
 * @param keyAlgorithm the kind of new keys; keys that exist stay as they are
 * @param validity the life of a certificate, counted from its issue
 * @param window when in that life it is due for renewal
 * @param maintenance when a due certificate may be renewed; empty for at any time. After half of the window has passed,
 *     it is renewed at any time
 * @since 0.1
 */
public record IssuancePolicy(
        KeyAlgorithm keyAlgorithm, Duration validity, RenewalWindow window, Optional<MaintenanceWindow> maintenance) {
    /** One year: short enough to be exercised, long enough for a site that applies changes by hand. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(365);

    /**
     * Checks that a fresh certificate is not due at once.
     *
     * @throws IllegalArgumentException when the validity is not positive or not longer than the window
     */
    public IssuancePolicy {
        if (validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException("the validity of certificates must be positive, not " + validity);
        }
        if (window instanceof RenewalWindow.Before before && before.end().compareTo(validity) >= 0) {
            throw new IllegalArgumentException("certificates that live " + validity
                    + " would be due again at once: the window is " + before.end());
        }
    }

    /** A policy that renews at any time. */
    public IssuancePolicy(KeyAlgorithm keyAlgorithm, Duration validity, RenewalWindow window) {
        this(keyAlgorithm, validity, window, Optional.empty());
    }

    /** This policy with renewals in a maintenance window. */
    public IssuancePolicy within(MaintenanceWindow hours) {
        return new IssuancePolicy(keyAlgorithm, validity, window, Optional.of(hours));
    }

    /** P-256 keys, one year, due in the last third. */
    public static IssuancePolicy defaults() {
        return new IssuancePolicy(KeyAlgorithm.P256, DEFAULT_VALIDITY, RenewalWindow.lastThird());
    }
}
