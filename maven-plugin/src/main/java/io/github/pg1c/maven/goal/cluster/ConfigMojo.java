package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.ConfigGoal;
import io.github.pg1c.maven.operate.ConfigParameters;
import io.github.pg1c.maven.operate.ShowConfigurationGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the configuration that all members share, or changes it: shows the differences, asks, and refuses changes that
 * Patroni would store and ignore.
 *
 * @since 0.1
 */
@Mojo(name = "config", requiresProject = false, aggregator = true, threadSafe = true)
final class ConfigMojo extends ClusterMojo {

    /**
     * {@code yaml} or {@code json}, to show it. Default: {@code yaml}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORMAT)
    private @Nullable String format;

    /**
     * Keys and values with commas between them, as {@code loop_wait=5,postgresql.parameters.work_mem=64MB}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SET)
    private @Nullable List<String> set;

    /**
     * Keys to remove, with commas between them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.UNSET)
    private @Nullable List<String> unset;

    /**
     * YAML or JSON file of changes; null removes a key.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PATCH)
    private @Nullable File patch;

    /**
     * Applies the configuration of the specification; with {@code pg1c.dryRun} shows the differences.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FROM_SPECIFICATION, defaultValue = "false")
    private boolean fromSpecification;

    /**
     * Ends after showing the plan.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    @Inject
    ConfigMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        ConfigParameters order = new ConfigParameters(list(set), list(unset), path(patch), fromSpecification, dryRun);
        return onOne(input, speech, order.isEmpty() ? ShowConfigurationGoal.of(said(format)) : ConfigGoal.of(order));
    }
}
