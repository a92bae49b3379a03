package io.github.pg1c.pki.plan;

import io.github.pg1c.pki.KeyAlgorithm;
import java.time.Duration;
import java.util.Optional;

/**
 * The policy for new certificates and for the renewal of old ones.
 *
 * @param keyAlgorithm the kind of new keys; keys that exist stay as they are
 * @param validity the life of a certificate, counted from its issue
 * @param window the part of that life in which it is due for renewal
 * @param maintenance hours in which a due certificate may be renewed; empty for any time. After half of the window it
 *     is renewed at any time
 * @since 0.1
 */
public record IssuancePolicy(
        KeyAlgorithm keyAlgorithm, Duration validity, RenewalWindow window, Optional<MaintenanceWindow> maintenance) {
    /** One year. Renewals then remain routine, also for sites that apply changes by hand. */
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
