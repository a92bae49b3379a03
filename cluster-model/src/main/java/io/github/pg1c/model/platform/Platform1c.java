package io.github.pg1c.model.platform;

import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.Map;
import java.util.Optional;

/**
 * Which versions of the 1C:Enterprise platform were seen at work with which PostgreSQL. 1C publishes what it supports
 * with each release of the platform; what is not here is unknown, not impossible.
 *
 * @since 0.1
 */
public final class Platform1c {

    // Records of infobases at work: 8.3.20 on 14, 8.3.23 on Postgres Pro 15.6, 8.3.27.2342 on 18.4-1.1C.
    private static final Map<Integer, ComponentVersion> OLDEST_SEEN = Map.of(
            14, new ComponentVersion(8, 3, 20),
            15, new ComponentVersion(8, 3, 23),
            18, new ComponentVersion(8, 3, 27));

    private Platform1c() {}

    /** The oldest version of the platform that was seen with this PostgreSQL; empty where none was. */
    public static Optional<ComponentVersion> oldestSeenWith(PgMajor major) {
        return Optional.ofNullable(OLDEST_SEEN.get(major.number()));
    }
}
