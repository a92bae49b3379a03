package io.github.pg1c.patroni.protocol;

/**
 * A member's Patroni does not have what was asked for, and would answer as if it had not been asked.
 *
 * @since 0.1
 */
public class UnsupportedFeatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Feature feature;

    /** This version does not have this feature. */
    public UnsupportedFeatureException(Feature feature, PatroniVersion version) {
        super("Patroni " + version + " does not have " + feature
                + (feature.since().isEmpty()
                        ? ", which no known release has"
                        : ", which came with " + feature.since()));
        this.feature = feature;
    }

    /** What is missing. */
    public Feature feature() {
        return feature;
    }
}
