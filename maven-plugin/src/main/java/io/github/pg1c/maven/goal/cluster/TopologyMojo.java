package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.TopologyGoal;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows which member replicates from which.
 *
 * @since 0.1
 */
@Mojo(name = "topology", requiresProject = false, aggregator = true, threadSafe = true)
final class TopologyMojo extends ClusterMojo {

    @Inject
    TopologyMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(input, speech, problems -> new TopologyGoal());
    }
}
