package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.ShowCertificates;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.nio.file.Files;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the certificates of each specified cluster: purpose, end, generation of the authority, due action and reasons.
 * Changes nothing and needs no passphrase.
 *
 * @since 0.1
 */
@Mojo(name = "pki", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiMojo extends CertificateMojo {

    /**
     * {@code table}, {@code json}, {@code yaml} or {@code tsv}. Default: {@code table}. JSON and YAML hold an object;
     * of a directory of specifications, a list, and {@code tsv} then begins with a column for the cluster.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORMAT)
    private @Nullable String format;

    /**
     * Shows all certificates that were ever issued instead, with serial numbers and revocations.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.ISSUED, defaultValue = "false")
    private boolean issued;

    /**
     * Fails when an action is due, for a nightly check.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FAIL_ON_DUE, defaultValue = "false")
    private boolean failOnDue;

    /**
     * A file for what the goal shows, in place of standard output.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_FILE)
    private @Nullable File outputFile;

    @Inject
    PkiMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech, outputFile)
                .onAll(
                        input,
                        ShowCertificates.of(new ShowCertificates.Order(
                                said(format), Files.isDirectory(input.specification()), issued, failOnDue)));
    }
}
