package io.github.pg1c.patroni.operation;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The outcome of a switchover or failover.
 *
 * <pre>{@code
 * SwitchoverPlan plan = patroni.plan(Switchover.from("node1").to("node2"));
 * if (!plan.isSafe()) {
 *     throw new IllegalStateException(plan.explanation().en());
 * }
 * SwitchoverOutcome outcome = patroni.switchover(plan.wish());
 * if (outcome instanceof SwitchoverOutcome.CompletedElsewhere other) {
 *     System.out.println(other.actual() + " leads, not " + other.asked());
 * }
 * }</pre>
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#switchover-and-failover-endpoints">Patroni:
 *     switchover and failover endpoints</a>
 * @since 0.1
 */
public sealed interface SwitchoverOutcome
        permits SwitchoverOutcome.Completed,
                SwitchoverOutcome.CompletedElsewhere,
                SwitchoverOutcome.Scheduled,
                SwitchoverOutcome.Failed,
                SwitchoverOutcome.StatusUnknown,
                Refused,
                NoResponse {
    /** True when there is a new leader, and it is the one that was asked for if one was. */
    default boolean isCompleted() {
        return this instanceof Completed;
    }

    /**
     * Done.
     *
     * @param leader the new leader
     * @param evidence how that is known
     */
    record Completed(String leader, Evidence evidence) implements SwitchoverOutcome {}

    /**
     * The leader's role went to another member than was asked for; Patroni answers that with 200, too.
     *
     * @param asked the candidate
     * @param actual the new leader
     * @param evidence how that is known
     */
    record CompletedElsewhere(String asked, String actual, Evidence evidence) implements SwitchoverOutcome {}

    /**
     * It will be done.
     *
     * @param at when
     * @param evidence how that is known
     */
    record Scheduled(OffsetDateTime at, Evidence evidence) implements SwitchoverOutcome {}

    /**
     * It was begun and given up.
     *
     * @param text the words of Patroni
     * @param leader the leader now, if that could be seen
     */
    record Failed(String text, Optional<String> leader) implements SwitchoverOutcome {}

    /**
     * Patroni, or somebody between, answered without knowing the outcome, and the cluster did not show it in time; it
     * may still be under way.
     *
     * @param text the words
     * @param seen what the cluster looked like afterwards, if it could be seen
     */
    record StatusUnknown(String text, Optional<Observation> seen) implements SwitchoverOutcome {}
}
