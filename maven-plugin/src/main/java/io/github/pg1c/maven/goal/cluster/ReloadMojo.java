package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.ReloadGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes members read their configuration files again.
 *
 * @since 0.1
 */
@Mojo(name = "reload", requiresProject = false, aggregator = true, threadSafe = true)
final class ReloadMojo extends ClusterMojo {

    /**
     * Names of the members, with commas between them. Default: all.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.MEMBERS)
    private @Nullable List<String> members;

    /**
     * Only members of this role: {@code any}, {@code leader}, {@code primary}, {@code standby-leader} or
     * {@code replica}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.ROLE)
    private @Nullable String role;

    @Inject
    ReloadMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(input, speech, ReloadGoal.of(list(members), said(role)));
    }
}
