package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.CancelSwitchoverGoal;
import io.github.pg1c.maven.operate.SwitchoverGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Hands over the leader's role to a healthy member: shows for each one why it can or cannot take over, asks, hands
 * over, and waits until the others stream from the new leader. Fails on any other result.
 *
 * @since 0.1
 */
@Mojo(name = "switchover", requiresProject = false, aggregator = true, threadSafe = true)
final class SwitchoverMojo extends GuardedMojo {

    /**
     * The required current leader; nothing is done if another member leads. Default: any leader.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.LEADER)
    private @Nullable String leader;

    /**
     * The new leader. Default: Patroni chooses.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CANDIDATE)
    private @Nullable String candidate;

    /**
     * The time with the offset from UTC, as {@code 2026-11-22T03:00+03:00}. Default: now.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AT)
    private @Nullable String at;

    /**
     * Drops a switchover that is scheduled or under way.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.REPLACE, defaultValue = "false")
    private boolean replace;

    /**
     * Cancels a scheduled switchover instead.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CANCEL, defaultValue = "false")
    private boolean cancel;

    @Inject
    SwitchoverMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(
                input,
                speech,
                cancel
                        ? problems -> new CancelSwitchoverGoal()
                        : SwitchoverGoal.of(new SwitchoverGoal.Order(
                                said(leader), said(candidate), said(at), replace, dryRun(), timeout())));
    }
}
