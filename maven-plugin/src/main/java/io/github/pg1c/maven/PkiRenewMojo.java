package io.github.pg1c.maven;

import io.github.pg1c.maven.certificates.RenewCertificates;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Issues certificates again for the keys they have: those that are named, or else those that are due. Tells what has to be delivered to which node.
 *
 * @since 0.1
 */
@Mojo(name = "pki-renew", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiRenewMojo extends CertificateMojo {

    /**
     * Ids of certificates as the goal {@code pki} shows them, with commas between them; {@code *} stands for any characters, as in {@code pg1/*}. {@code ca/etcd} is an authority, which gets a new certificate for its key. Default: those that are due.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.certificates")
    private @Nullable List<String> certificates;

    /**
     * Makes new keys as well.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.rekey", defaultValue = "false")
    private boolean rekey;

    /**
     * Ends after showing what would be done.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    @Inject
    PkiRenewMojo(OperationMojo.Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return goals(speech)
                .onEach(input, RenewCertificates.of(new RenewCertificates.Order(list(certificates), rekey, dryRun)));
    }
}
