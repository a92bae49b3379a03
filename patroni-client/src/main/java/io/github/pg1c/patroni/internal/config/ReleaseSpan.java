package io.github.pg1c.patroni.internal.config;

import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.Optional;

/**
 * A range of Patroni's versions.
 *
 * @param since the first version; empty for all older ones
 * @param until the first version behind it; empty when it goes on
 */
record ReleaseSpan(Optional<PatroniVersion> since, Optional<PatroniVersion> until) {
    /** Every version. */
    static final ReleaseSpan ALL = new ReleaseSpan(Optional.empty(), Optional.empty());

    static ReleaseSpan since(String version) {
        return new ReleaseSpan(Optional.of(version(version)), Optional.empty());
    }

    static ReleaseSpan before(String version) {
        return new ReleaseSpan(Optional.empty(), Optional.of(version(version)));
    }

    boolean contains(PatroniVersion version) {
        return since.filter(first -> version.compareTo(first) < 0).isEmpty()
                && until.filter(next -> version.compareTo(next) >= 0).isEmpty();
    }

    private static PatroniVersion version(String text) {
        return PatroniVersion.parse(text).orElseThrow();
    }
}
