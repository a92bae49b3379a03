package io.github.pg1c.patroni.protocol;

import io.github.pg1c.base.words.Text;
import java.util.stream.Collectors;

/**
 * A member's Patroni lacks the requested feature and would answer another question.
 *
 * @since 0.1
 */
public class UnsupportedFeatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Feature feature;
    private final transient Text explanation;

    /** This version does not have this feature. */
    public UnsupportedFeatureException(Feature feature, PatroniVersion version) {
        this(feature, explain(feature, version));
    }

    private UnsupportedFeatureException(Feature feature, Text explanation) {
        super(explanation.en());
        this.feature = feature;
        this.explanation = explanation;
    }

    /** What is missing. */
    public Feature feature() {
        return feature;
    }

    /** The message in both languages. */
    public Text explanation() {
        return explanation;
    }

    private static Text explain(Feature feature, PatroniVersion version) {
        String since = feature.since().stream().map(PatroniVersion::toString).collect(Collectors.joining(", "));
        return since.isEmpty()
                ? Text.of(
                        "Patroni " + version + " does not have " + feature + ", which no known release has",
                        "в Patroni " + version + " нет " + feature + ", как и в любом известном выпуске")
                : Text.of(
                        "Patroni " + version + " does not have " + feature + ", which came with " + since,
                        "в Patroni " + version + " нет " + feature + ", это появилось в " + since);
    }
}
