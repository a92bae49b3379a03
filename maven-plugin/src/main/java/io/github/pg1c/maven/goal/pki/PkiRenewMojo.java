package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.RenewCertificates;
import io.github.pg1c.maven.goal.MavenServices;
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
 * Issues certificates again for the same keys: the named ones, or else those that are due. Lists the files to deliver
 * to each node.
 *
 * @since 0.1
 */
@Mojo(name = "pki-renew", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiRenewMojo extends CertificateMojo {

    /**
     * Ids of certificates as the goal {@code pki} shows them, with commas between them; {@code *} stands for any
     * characters, as in {@code pg1/*}. {@code ca/etcd} is an authority, which gets a new certificate for its key.
     * Default: those that are due.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CERTIFICATES)
    private @Nullable List<String> certificates;

    /**
     * Makes new keys, too.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.REKEY, defaultValue = "false")
    private boolean rekey;

    /**
     * Ends after showing the plan.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    @Inject
    PkiRenewMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech)
                .onEach(input, RenewCertificates.of(new RenewCertificates.Order(list(certificates), rekey, dryRun)));
    }
}
