package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import org.apache.maven.plugins.annotations.Parameter;

/** Common parts of goals that show a plan and ask: whether to end after the plan. */
abstract class GuardedMojo extends TimedMojo {

    /**
     * Ends after showing the plan.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    GuardedMojo(MavenServices maven) {
        super(maven);
    }

    final boolean dryRun() {
        return dryRun;
    }
}
