package io.github.pg1c.patroni.operation;

/**
 * A request that a member copies its data again.
 *
 * @param force true to cancel a running operation on the member
 * @param fromLeader true to copy from the leader and not from a standby; Patroni 4.1 and later
 * @since 0.1
 */
public record Reinitialize(boolean force, boolean fromLeader) {
    /** Not forced, and from any member. */
    public static final Reinitialize GENTLY = new Reinitialize(false, false);
}
