package io.github.pg1c.patroni.cluster;

/**
 * The role of a member. Releases and endpoints of Patroni name the primary differently ({@code leader}, {@code master},
 * {@code primary}); {@link #kind} is the same for all of them, {@link #text} is Patroni's word.
 *
 * @param kind the meaning, {@link Kind#UNKNOWN} for a role that is newer than this library
 * @param text the word of Patroni
 * @since 0.1
 */
public record Role(Kind kind, String text) {
    /** The meaning of a role. */
    public enum Kind {
        /** Holds the leader lock and accepts writes. */
        PRIMARY,
        /** Holds the leader lock of a standby cluster and follows another cluster. */
        STANDBY_LEADER,
        /** A standby that the primary waits for. */
        SYNC_STANDBY,
        /** A standby that counts in quorum commit (Patroni 4.0 and later). */
        QUORUM_STANDBY,
        /** A standby. */
        REPLICA,
        /** On its way from primary to standby. */
        DEMOTED,
        /** On its way from standby to primary. */
        PROMOTED,
        /** Has no data yet. */
        UNINITIALIZED,
        /** A role that this library does not know. */
        UNKNOWN
    }

    /** The role of Patroni's word. */
    public static Role of(String text) {
        return new Role(
                switch (text) {
                    case "leader", "primary", "master" -> Kind.PRIMARY;
                    case "standby_leader" -> Kind.STANDBY_LEADER;
                    case "sync_standby" -> Kind.SYNC_STANDBY;
                    case "quorum_standby" -> Kind.QUORUM_STANDBY;
                    case "replica" -> Kind.REPLICA;
                    case "demoted" -> Kind.DEMOTED;
                    case "promoted" -> Kind.PROMOTED;
                    case "uninitialized" -> Kind.UNINITIALIZED;
                    default -> Kind.UNKNOWN;
                },
                text);
    }

    /** True for the holder of the leader lock, of a standby cluster as well. */
    public boolean isLeader() {
        return kind == Kind.PRIMARY || kind == Kind.STANDBY_LEADER;
    }

    /** True for a standby of any sort that follows the leader of its own cluster. */
    public boolean isStandby() {
        return kind == Kind.REPLICA || kind == Kind.SYNC_STANDBY || kind == Kind.QUORUM_STANDBY;
    }

    @Override
    public String toString() {
        return text;
    }
}
