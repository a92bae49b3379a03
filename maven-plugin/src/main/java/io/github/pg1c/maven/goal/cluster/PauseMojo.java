package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.PauseGoal;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Pauses Patroni, which then leaves PostgreSQL alone, and waits until every member has noticed. There is no failover
 * until {@code resume}.
 *
 * @since 0.1
 */
@Mojo(name = "pause", requiresProject = false, aggregator = true, threadSafe = true)
final class PauseMojo extends TimedMojo {

    @Inject
    PauseMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(input, speech, PauseGoal.of(true, timeout()));
    }
}
