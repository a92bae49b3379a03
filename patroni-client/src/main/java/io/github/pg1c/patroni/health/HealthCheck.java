package io.github.pg1c.patroni.health;

/**
 * A yes-or-no question to one member, answered with 200 or 503.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#health-check-endpoints">Patroni: health check
 *     endpoints</a>
 * @since 0.1
 */
public enum HealthCheck {
    /** Holds the leader lock and is not in a standby cluster. It does not prove that PostgreSQL accepts connections. */
    PRIMARY("primary"),
    /** Holds the leader lock, in a standby cluster as well. */
    LEADER("leader"),
    /** Holds the leader lock of a standby cluster. */
    STANDBY_LEADER("standby-leader"),
    /** A running standby without the tag {@code noloadbalance}. */
    REPLICA("replica"),
    /** The primary or a standby as in {@link #REPLICA}. */
    READ_ONLY("read-only"),
    /** A synchronous standby. */
    SYNC("sync"),
    /** The primary or a synchronous standby. */
    READ_ONLY_SYNC("read-only-sync"),
    /** A standby that counts in quorum commit; Patroni 4.0 and later. */
    QUORUM("quorum"),
    /** The primary or a quorum standby; Patroni 4.0 and later, older releases answer as for {@link #READ_ONLY}. */
    READ_ONLY_QUORUM("read-only-quorum"),
    /** A standby that the primary does not wait for. */
    ASYNC("async"),
    /** PostgreSQL runs. */
    RUNNING("health"),
    /** Patroni's own loop runs. The answer has no body. */
    LIVENESS("liveness"),
    /**
     * The member is the leader or a running standby; since Patroni 4.1 the lag of a standby is limited, too. The answer
     * has no body.
     */
    READINESS("readiness");

    private final String path;

    HealthCheck(String path) {
        this.path = path;
    }

    /** The path below the address of the REST API, without a slash. */
    public String path() {
        return path;
    }
}
