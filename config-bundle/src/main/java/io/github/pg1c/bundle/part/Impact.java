package io.github.pg1c.bundle.part;

/**
 * What a changed file needs before it takes effect on a running node, from the lightest to the heaviest.
 *
 * @since 0.1
 */
public enum Impact {
    /** Nothing: people read it, or it is read anew each time. */
    NONE("none"),
    /** The service reads it again without losing a connection. */
    RELOAD("reload"),
    /** The service of this node restarts. */
    RESTART("restart"),
    /** Node after node restarts, standbys before the leader, so that the cluster keeps serving. */
    ROLLING_RESTART("rolling-restart"),
    /** The leader's role moves to another member first. */
    SWITCHOVER("switchover"),
    /** Read only when the cluster is made; on a running one the change goes through Patroni's REST API or a new copy of the data. */
    REINITIALISE("reinitialise");

    private final String id;

    Impact(String id) {
        this.id = id;
    }

    /** The word used in the manifest. */
    public String id() {
        return id;
    }
}
