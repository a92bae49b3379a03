package io.github.pg1c.maven;

import io.github.pg1c.maven.certificates.RequestCertificates;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes signing requests for an authority outside, such as a company's, and puts copies of them together in a directory; they hold no secret.
 *
 * @since 0.1
 */
@Mojo(name = "pki-csr", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiCsrMojo extends CertificateMojo {

    /**
     * The authority whose key is outside from now on: {@code etcd} or {@code cluster}. Default: those that are already.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.authority")
    private @Nullable String authority;

    /**
     * Where the requests go, a directory per cluster. Default: {@code pg1c-requests} in the project's build directory, without a POM {@code target/pg1c-requests}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.requestsDirectory")
    private @Nullable File requestsDirectory;

    /**
     * Does without questions what would be asked otherwise. In batch mode nobody can be asked, so that a goal that needs an answer fails without this.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.yes", defaultValue = "false")
    private boolean yes;

    @Inject
    PkiCsrMojo(OperationMojo.Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return goals(speech, yes)
                .onOne(
                        input,
                        RequestCertificates.of(
                                said(authority),
                                path(requestsDirectory)
                                        .orElseGet(() -> buildDirectory().resolve("pg1c-requests"))));
    }
}
