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
 * Hands the leader's role over to a healthy member: shows for each one why it can or cannot take it, asks, hands over,
 * and waits until the others stream from the new leader. Fails when anything else came of it.
 *
 * @since 0.1
 */
@Mojo(name = "switchover", requiresProject = false, aggregator = true, threadSafe = true)
final class SwitchoverMojo extends GuardedMojo {

    /**
     * Who must be the leader now; nothing is done if it is somebody else. Default: any leader.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.LEADER)
    private @Nullable String leader;

    /**
     * Who takes over. Default: Patroni chooses.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CANDIDATE)
    private @Nullable String candidate;

    /**
     * When, with the offset from UTC, as {@code 2026-11-22T03:00+03:00}. Default: now.
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
