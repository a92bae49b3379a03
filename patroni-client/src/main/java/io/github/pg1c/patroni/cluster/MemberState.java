package io.github.pg1c.patroni.cluster;

/**
 * The state of PostgreSQL on a member. Since Patroni 3.0.4 a standby reports how it gets its WAL instead of
 * {@code running}.
 *
 * @param kind the meaning, {@link Kind#UNKNOWN} for a state that is newer than this library
 * @param text the words of Patroni
 * @since 0.1
 */
public record MemberState(Kind kind, String text) {
    /** The meaning of a state. */
    public enum Kind {
        /** PostgreSQL runs. */
        RUNNING("running"),
        /** PostgreSQL runs as a standby and streams. */
        STREAMING("streaming"),
        /** PostgreSQL runs as a standby and reads WAL from the archive. */
        IN_ARCHIVE_RECOVERY("in archive recovery"),
        /** The first member creates the cluster. */
        INITIALIZING("initializing new cluster"),
        /** initdb has failed. */
        INITDB_FAILED("initdb failed"),
        /** A custom bootstrap script runs. */
        CUSTOM_BOOTSTRAP("running custom bootstrap script"),
        /** The custom bootstrap script has failed. */
        CUSTOM_BOOTSTRAP_FAILED("custom bootstrap failed"),
        /** A standby is being copied from the leader or a backup. */
        CREATING_REPLICA("creating replica"),
        /** PostgreSQL starts. */
        STARTING("starting"),
        /** PostgreSQL starts for the first time after a custom bootstrap. */
        STARTING_AFTER_CUSTOM_BOOTSTRAP("starting after custom bootstrap"),
        /** PostgreSQL did not start. */
        START_FAILED("start failed"),
        /** PostgreSQL restarts. */
        RESTARTING("restarting"),
        /** PostgreSQL did not come back from a restart. */
        RESTART_FAILED("restart failed"),
        /** PostgreSQL stops. */
        STOPPING("stopping"),
        /** PostgreSQL does not run. */
        STOPPED("stopped"),
        /** PostgreSQL did not stop. */
        STOP_FAILED("stop failed"),
        /** PostgreSQL has crashed. */
        CRASHED("crashed"),
        /** Unknown to Patroni, or a state that this library does not know. */
        UNKNOWN("unknown");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** The state of Patroni's words. */
    public static MemberState of(String text) {
        for (Kind kind : Kind.values()) {
            if (kind.text.equals(text)) {
                return new MemberState(kind, text);
            }
        }
        return new MemberState(Kind.UNKNOWN, text);
    }

    /** True when PostgreSQL runs, whatever source of WAL a standby has. */
    public boolean isRunning() {
        return kind == Kind.RUNNING || kind == Kind.STREAMING || kind == Kind.IN_ARCHIVE_RECOVERY;
    }

    /** True while PostgreSQL stops, starts or restarts. */
    public boolean isChanging() {
        return kind == Kind.STOPPING
                || kind == Kind.STARTING
                || kind == Kind.STARTING_AFTER_CUSTOM_BOOTSTRAP
                || kind == Kind.RESTARTING;
    }

    /** True when PostgreSQL does not run and nothing is about to start it. */
    public boolean isAtRest() {
        return switch (kind) {
            case STOPPED, STOP_FAILED, START_FAILED, RESTART_FAILED, CRASHED, INITDB_FAILED, CUSTOM_BOOTSTRAP_FAILED ->
                true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
