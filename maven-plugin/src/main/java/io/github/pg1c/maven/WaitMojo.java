package io.github.pg1c.maven;

import io.github.pg1c.maven.operate.AwaitCluster;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a cluster is as a script needs it; fails when it is not in time.
 *
 * @since 0.1
 */
@Mojo(name = "wait", requiresProject = false, aggregator = true, threadSafe = true)
final class WaitMojo extends OperationMojo {

    /**
     * {@code leader}: somebody leads; {@code streaming}: and all others stream from it; {@code no-lag}: and are not behind. Default: {@code streaming}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.until")
    private @Nullable String until;

    /**
     * Who shall be the leader. Default: anybody.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.leader")
    private @Nullable String leader;

    /**
     * The lag that counts as none, as {@code 16MB}. Default: {@code 0}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.maxLag")
    private @Nullable String maxLag;

    /**
     * How long to wait. Default: {@code 2min}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.timeout")
    private @Nullable String timeout;

    @Inject
    WaitMojo(Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return onOne(
                input,
                speech,
                AwaitCluster.of(new AwaitCluster.Order(said(until), said(leader), said(maxLag), said(timeout))));
    }
}
