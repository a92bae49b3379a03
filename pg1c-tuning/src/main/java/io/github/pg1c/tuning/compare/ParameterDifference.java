package io.github.pg1c.tuning.compare;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.plan.MemoryEffect;
import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.Optional;

/**
 * A parameter whose effective value differs between two configurations.
 *
 * @param name PostgreSQL's name
 * @param before the earlier value; empty when the server's default was in force
 * @param after the later value; empty when the server's default will be in force
 * @param defaultValue the server's default, as people write it
 * @param change what a running server needs to take it
 * @param order which members take it first
 * @param memory by how much this change alone alters the budget of the node
 * @param planned the parameter in the later plan with its reason, if it is planned there
 * @since 0.1
 */
public record ParameterDifference(
        String name,
        Optional<String> before,
        Optional<String> after,
        String defaultValue,
        Activation change,
        MemberOrder order,
        MemoryEffect memory,
        Optional<PlannedParameter> planned) {

    /** Which members of a cluster take a change first. */
    public enum MemberOrder {
        /** Any. */
        ANY(Text.of("any member", "любой узел")),
        /** All standbys, then the leader: the value rises. */
        STANDBYS_FIRST(Text.of("standbys first", "сначала реплики")),
        /** The leader, then the standbys: the value falls. */
        LEADER_FIRST(Text.of("leader first", "сначала лидер"));

        private final Text title;

        MemberOrder(Text title) {
            this.title = title;
        }

        /** What it is, for people. */
        public Text title() {
            return title;
        }
    }

    /** What was in force before. */
    public String effectiveBefore() {
        return before.orElse(defaultValue);
    }

    /** What will be in force. */
    public String effectiveAfter() {
        return after.orElse(defaultValue);
    }
}
