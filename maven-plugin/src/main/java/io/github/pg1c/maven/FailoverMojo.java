package io.github.pg1c.maven;

import io.github.pg1c.maven.operate.FailOver;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a member the leader although there is no healthy one, or although it is not synchronous; what it has not received is lost. Shows what speaks against
 * it, asks, does it, and waits until the others stream from it. Fails when anything else came of it.
 *
 * @since 0.1
 */
@Mojo(name = "failover", requiresProject = false, aggregator = true, threadSafe = true)
final class FailoverMojo extends OperationMojo {

    /**
     * Who shall be the leader; required.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.candidate")
    private @Nullable String candidate;

    /**
     * Drops a switchover that is scheduled or under way.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.replace", defaultValue = "false")
    private boolean replace;

    /**
     * Ends after showing what would be done.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    /**
     * How long the others may take to stream from the new leader. Default: {@code 2min}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.timeout")
    private @Nullable String timeout;

    @Inject
    FailoverMojo(Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return onOne(input, speech, FailOver.of(new FailOver.Order(said(candidate), replace, dryRun, said(timeout))));
    }
}
