package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.HistoryGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the promotions of a cluster, oldest first.
 *
 * @since 0.1
 */
@Mojo(name = "history", requiresProject = false, aggregator = true, threadSafe = true)
final class HistoryMojo extends ClusterMojo {

    /**
     * {@code table}, {@code json}, {@code yaml} or {@code tsv}. Default: {@code table}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORMAT)
    private @Nullable String format;

    @Inject
    HistoryMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(input, speech, HistoryGoal.of(said(format)));
    }
}
