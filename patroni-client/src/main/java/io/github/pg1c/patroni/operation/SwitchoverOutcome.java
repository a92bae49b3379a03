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
    /** True when there is a new leader, which is the requested candidate if there was one. */
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
     * Another member than the candidate took over; Patroni answers that with 200, too.
     *
     * @param asked the candidate
     * @param actual the new leader
     * @param evidence how that is known
     */
    record CompletedElsewhere(String asked, String actual, Evidence evidence) implements SwitchoverOutcome {}

    /**
     * It is scheduled.
     *
     * @param at when
     * @param evidence how that is known
     */
    record Scheduled(OffsetDateTime at, Evidence evidence) implements SwitchoverOutcome {}

    /**
     * It began and was abandoned.
     *
     * @param text the words of Patroni
     * @param leader the leader now, if it is known
     */
    record Failed(String text, Optional<String> leader) implements SwitchoverOutcome {}

    /**
     * Patroni or a proxy answered without the outcome, and the cluster did not show it in time. The handover may still
     * be under way.
     *
     * @param text the words
     * @param seen the state of the cluster afterwards, if it is known
     */
    record StatusUnknown(String text, Optional<Observation> seen) implements SwitchoverOutcome {}
}
