package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.operate.CancelRestartsGoal;
import io.github.pg1c.maven.operate.RestartGoal;
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
 * Restarts PostgreSQL on members, one after the other, each when the one before it is back; standbys before the leader,
 * unless a lowered parameter requires the reverse. Ends at the first failure.
 *
 * @since 0.1
 */
@Mojo(name = "restart", requiresProject = false, aggregator = true, threadSafe = true)
final class RestartMojo extends GuardedMojo {

    /**
     * Names of the members, with commas between them. These or a role are required.
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

    /**
     * Only members with changed parameters that wait for a restart.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PENDING, defaultValue = "false")
    private boolean pending;

    /**
     * Only members whose PostgreSQL is older than this version, as {@code 17.2}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OLDER_THAN)
    private @Nullable String olderThan;

    /**
     * The time with the offset from UTC, as {@code 2026-11-22T03:00+03:00}. Default: now.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AT)
    private @Nullable String at;

    /**
     * Cancels scheduled restarts instead.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CANCEL, defaultValue = "false")
    private boolean cancel;

    /**
     * Time limit for the start of PostgreSQL. Default: Patroni's {@code primary_start_timeout}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.START_TIMEOUT)
    private @Nullable String startTimeout;

    @Inject
    RestartMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return onOne(
                input,
                speech,
                cancel
                        ? CancelRestartsGoal.of(list(members), said(role))
                        : RestartGoal.of(new RestartGoal.Order(
                                list(members),
                                said(role),
                                pending,
                                said(olderThan),
                                said(at),
                                said(startTimeout),
                                timeout(),
                                dryRun())));
    }
}
