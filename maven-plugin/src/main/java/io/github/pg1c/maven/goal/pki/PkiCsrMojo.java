package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.RequestCertificates;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes signing requests for an external authority, such as a company's, and collects copies of them in a directory.
 * They have no secrets.
 *
 * @since 0.1
 */
@Mojo(name = "pki-csr", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiCsrMojo extends CertificateMojo {

    /**
     * The authority that becomes external: {@code etcd} or {@code cluster}. Default: the external ones.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AUTHORITY)
    private @Nullable String authority;

    /**
     * The directory of the requests, with a directory per cluster. Default: {@code pg1c-requests} in the project's
     * build directory, without a POM {@code target/pg1c-requests}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.REQUESTS_DIRECTORY)
    private @Nullable File requestsDirectory;

    /**
     * Answers every question with yes. A goal that needs an answer fails without this in batch mode.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.YES, defaultValue = "false")
    private boolean yes;

    @Inject
    PkiCsrMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech, yes)
                .onOne(
                        input,
                        RequestCertificates.of(
                                said(authority),
                                path(requestsDirectory)
                                        .orElseGet(() -> buildDirectory().resolve("pg1c-requests"))));
    }
}
