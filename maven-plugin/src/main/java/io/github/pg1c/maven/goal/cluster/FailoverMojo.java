package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.FailoverGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a member the leader although there is no healthy one, or although it is not synchronous. Transactions that it
 * has not received are lost. Shows the reasons against it, asks, fails over, and waits until the others stream from the
 * new leader. Fails on any other result.
 *
 * @since 0.1
 */
@Mojo(name = "failover", requiresProject = false, aggregator = true, threadSafe = true)
final class FailoverMojo extends GuardedMojo {

    /**
     * The new leader; required.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CANDIDATE)
    private @Nullable String candidate;

    /**
     * Drops a switchover that is scheduled or under way.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.REPLACE, defaultValue = "false")
    private boolean replace;

    @Inject
    FailoverMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(
                input, speech, FailoverGoal.of(new FailoverGoal.Order(said(candidate), replace, dryRun(), timeout())));
    }
}
