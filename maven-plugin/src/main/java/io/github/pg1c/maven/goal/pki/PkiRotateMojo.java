package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.RotateAuthority;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the next of three steps in the replacement of an authority's key: the new key is trusted, it issues all
 * certificates again, the old one is no longer trusted. Lists what to deliver, reload and restart on which nodes before
 * the following step.
 *
 * @since 0.1
 */
@Mojo(name = "pki-rotate", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiRotateMojo extends CertificateMojo {

    /**
     * The authority: {@code etcd} or {@code cluster}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AUTHORITY)
    private @Nullable String authority;

    /**
     * Ends after showing the plan.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    /**
     * Answers every question with yes. A goal that needs an answer fails without this in batch mode.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.YES, defaultValue = "false")
    private boolean yes;

    @Inject
    PkiRotateMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech, yes).onOne(input, RotateAuthority.of(said(authority), dryRun));
    }
}
