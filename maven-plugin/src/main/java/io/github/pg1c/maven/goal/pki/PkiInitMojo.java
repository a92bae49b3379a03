package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.MakeCertificates;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the authorities, certificates and passwords of each specified cluster that are missing, as {@code generate}
 * does, and writes no configuration.
 *
 * @since 0.1
 */
@Mojo(name = "pki-init", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiInitMojo extends CertificateMojo {

    /**
     * Requires a passphrase for the authorities' keys, and asks for one in a terminal when settings and environment
     * have none. Plain keys are encrypted.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.ENCRYPT, defaultValue = "false")
    private boolean encrypt;

    @Inject
    PkiInitMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech).onEach(input, MakeCertificates.of(encrypt));
    }
}
