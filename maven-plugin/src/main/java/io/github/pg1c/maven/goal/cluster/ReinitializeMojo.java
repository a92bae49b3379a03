package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.ReinitializeGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.patroni.operation.Reinitialize;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a member drop its data and copy them again; asks before, and waits until it streams from the leader.
 *
 * @since 0.1
 */
@Mojo(name = "reinitialize", requiresProject = false, aggregator = true, threadSafe = true)
final class ReinitializeMojo extends GuardedMojo {

    /**
     * Its name; required.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.MEMBER)
    private @Nullable String member;

    /**
     * Breaks off what is being done with the member.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORCE, defaultValue = "false")
    private boolean force;

    /**
     * Copies from the leader and not from a standby; Patroni 4.1 and later.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FROM_LEADER, defaultValue = "false")
    private boolean fromLeader;

    @Inject
    ReinitializeMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(
                input,
                speech,
                ReinitializeGoal.of(new ReinitializeGoal.Order(
                        said(member), new Reinitialize(force, fromLeader), dryRun(), timeout())));
    }
}
