package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.WaitGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a state of a cluster; fails after the time limit.
 *
 * @since 0.1
 */
@Mojo(name = "wait", requiresProject = false, aggregator = true, threadSafe = true)
final class WaitMojo extends TimedMojo {

    /**
     * {@code leader}: a member leads; {@code streaming}: in addition all others stream from it; {@code no-lag}: in
     * addition no member is behind. Default: {@code streaming}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.UNTIL)
    private @Nullable String until;

    /**
     * The wanted leader. Default: any member.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.LEADER)
    private @Nullable String leader;

    /**
     * The lag that counts as none, as {@code 16MB}. Default: {@code 0}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.MAX_LAG)
    private @Nullable String maxLag;

    @Inject
    WaitMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(
                input, speech, WaitGoal.of(new WaitGoal.Order(said(until), said(leader), said(maxLag), timeout())));
    }
}
