package io.github.pg1c.bundle.diff;

import io.github.pg1c.base.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a change to the running cluster. Steps are done in order, and each is finished on all of its nodes before
 * the next begins.
 *
 * @param action what is done
 * @param service the affected service; null for none or several
 * @param where the nodes to do it on
 * @param commands what to run, in order; empty where there is no command for it
 * @param title what to do, for people
 * @param notice what a user of the cluster notices
 * @since 0.1
 */
public record Step(
        Action action, @Nullable String service, Where where, List<Command> commands, Text title, Text notice) {

    public Step {
        commands = List.copyOf(commands);
    }

    /** What is done. */
    public enum Action {
        /** The new files are installed. */
        INSTALL,
        /** A service reads its configuration again. */
        RELOAD,
        /** The shared configuration in the DCS changes. */
        CHANGE_SHARED,
        /** A service restarts. */
        RESTART,
        /** The leader's role moves away. */
        SWITCHOVER,
        /** Nothing can be done: the cluster keeps the value that it was made with. */
        KEEP,
        /** A person does it. */
        MANUAL
    }

    /** On which of the nodes of its commands a step is done. */
    public enum Where {
        /** On any one node. */
        ONCE,
        /** On all, one after another. */
        EACH,
        /** On those that do not lead at that moment, one after another. */
        STANDBYS,
        /** On the present leader, or on the leader before a switchover. */
        LEADER
    }

    /**
     * A command on a node.
     *
     * @param node name of the node
     * @param command for a POSIX shell, as root
     */
    public record Command(String node, String command) {}
}
