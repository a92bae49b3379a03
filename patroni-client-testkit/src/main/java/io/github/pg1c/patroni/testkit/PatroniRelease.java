package io.github.pg1c.patroni.testkit;

/**
 * A release of Patroni whose answers are simulated.
 *
 * @since 0.1
 */
public enum PatroniRelease {
    /**
     * 3.0.2, the package of Debian 12: {@code master}, no {@code replication_state}, no scope in the cluster's state,
     * no names of members in their status.
     */
    PATRONI_3_0("3.0.2"),
    /** 3.3.11: {@code master}, reasons of a pending restart. */
    PATRONI_3_3("3.3.11"),
    /** 4.0.7, the package of Debian 13: {@code primary}, quorum commit. */
    PATRONI_4_0("4.0.7"),
    /** 4.1.4: positions and lags of receiving and replaying, readiness with conditions. */
    PATRONI_4_1("4.1.4");

    private final String version;

    PatroniRelease(String version) {
        this.version = version;
    }

    /** The version as Patroni tells it. */
    public String version() {
        return version;
    }

    /** The word for the primary in a member's status. */
    String primary() {
        return isSince(PATRONI_4_0) ? "primary" : "master";
    }

    boolean isSince(PatroniRelease other) {
        return compareTo(other) >= 0;
    }

    /** True when the line of the metric patroni_postgres_server_version has a space before its labels. */
    boolean hasStraySpaceInMetrics() {
        return this == PATRONI_3_0 || this == PATRONI_4_0;
    }
}
