package io.github.pg1c.maven;

import io.github.pg1c.maven.operate.PauseCluster;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells Patroni to leave PostgreSQL alone, and waits until every member knows: there is no failover until {@code resume}.
 *
 * @since 0.1
 */
@Mojo(name = "pause", requiresProject = false, aggregator = true, threadSafe = true)
final class PauseMojo extends OperationMojo {

    /**
     * How long the members may take to notice. Default: {@code 1min}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.timeout")
    private @Nullable String timeout;

    @Inject
    PauseMojo(Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return onOne(input, speech, PauseCluster.of(true, said(timeout)));
    }
}
