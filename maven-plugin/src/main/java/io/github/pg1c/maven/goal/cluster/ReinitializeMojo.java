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
 * Makes a member drop its data and copy them again; asks first, and waits until the member streams from the leader.
 *
 * @since 0.1
 */
@Mojo(name = "reinitialize", requiresProject = false, aggregator = true, threadSafe = true)
final class ReinitializeMojo extends GuardedMojo {

    /**
     * The name of the member; required.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.MEMBER)
    private @Nullable String member;

    /**
     * Cancels a running operation on the member.
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
