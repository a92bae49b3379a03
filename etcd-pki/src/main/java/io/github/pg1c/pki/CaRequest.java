package io.github.pg1c.pki;

import io.github.pg1c.base.words.Text;
import java.time.Duration;

/**
 * A request for a new certificate authority.
 *
 * @param commonName the common name of its subject, 1 to 64 characters
 * @param organization the organization of its subject, at most 64 characters, or an empty string for none
 * @param keyAlgorithm the kind of its key
 * @param validity its life, counted from now; {@link #DEFAULT_VALIDITY} is ten years
 * @since 0.1
 */
public record CaRequest(String commonName, String organization, KeyAlgorithm keyAlgorithm, Duration validity) {
    /** Ten years. That is longer than the life of the hardware, so the end is a planned rotation. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(3650);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException for a blank or over-long name, or a validity that is not positive
     */
    public CaRequest {
        SubjectText.check(Text.of("common name", "общее имя (CN)"), commonName);
        if (!organization.isEmpty()) {
            SubjectText.check(Text.of("organization", "организация (O)"), organization);
        }
        if (validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException(
                    "the validity of a certificate authority must be positive, not " + validity);
        }
    }

    /** A P-256 authority for ten years. */
    public static CaRequest of(String commonName) {
        return new CaRequest(commonName, "", KeyAlgorithm.P256, DEFAULT_VALIDITY);
    }
}
