package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.PauseGoal;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Resumes Patroni, which then manages PostgreSQL again, and waits until every member has noticed.
 *
 * @since 0.1
 */
@Mojo(name = "resume", requiresProject = false, aggregator = true, threadSafe = true)
final class ResumeMojo extends TimedMojo {

    @Inject
    ResumeMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(input, speech, PauseGoal.of(false, timeout()));
    }
}
