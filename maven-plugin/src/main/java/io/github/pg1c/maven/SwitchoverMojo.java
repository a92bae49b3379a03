package io.github.pg1c.maven;

import io.github.pg1c.maven.operate.CancelSwitchover;
import io.github.pg1c.maven.operate.SwitchOver;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Hands the leader's role over to a healthy member: shows for each one why it can or cannot take it, asks, hands over, and waits until the others stream
 * from the new leader. Fails when anything else came of it.
 *
 * @since 0.1
 */
@Mojo(name = "switchover", requiresProject = false, aggregator = true, threadSafe = true)
final class SwitchoverMojo extends OperationMojo {

    /**
     * Who must be the leader now; nothing is done if it is somebody else. Default: whoever it is.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.leader")
    private @Nullable String leader;

    /**
     * Who shall be the leader. Default: whom Patroni chooses.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.candidate")
    private @Nullable String candidate;

    /**
     * When, with the offset from UTC, as {@code 2026-11-22T03:00+03:00}. Default: now.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.at")
    private @Nullable String at;

    /**
     * Drops a switchover that is scheduled or under way.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.replace", defaultValue = "false")
    private boolean replace;

    /**
     * Cancels a scheduled switchover instead.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.cancel", defaultValue = "false")
    private boolean cancel;

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
    SwitchoverMojo(Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return onOne(
                input,
                speech,
                cancel
                        ? complaints -> new CancelSwitchover()
                        : SwitchOver.of(new SwitchOver.Order(
                                said(leader), said(candidate), said(at), replace, dryRun, said(timeout))));
    }
}
