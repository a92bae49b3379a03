package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.StatusGoal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.nio.file.Files;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the members of each specified cluster: role, state, timeline, lag, pending restarts, tags; and the points on
 * which they disagree.
 *
 * @since 0.1
 */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
final class StatusMojo extends ClusterMojo {

    /**
     * {@code table}, {@code json}, {@code yaml} or {@code tsv}. Default: {@code table}. JSON and YAML hold an object;
     * of a directory of specifications, a list, and {@code tsv} then begins with a column for the cluster.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORMAT)
    private @Nullable String format;

    /**
     * Interval of repetition until Maven is interrupted, as {@code 2s}. Default: no repetition.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.WATCH)
    private @Nullable String watch;

    @Inject
    StatusMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onAll(input, speech, StatusGoal.of(said(format), Files.isDirectory(input.specification()), said(watch)));
    }
}
