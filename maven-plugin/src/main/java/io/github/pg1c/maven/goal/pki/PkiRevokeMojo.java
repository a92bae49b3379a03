package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.RevokeCertificates;
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
 * Revokes certificates permanently, issues those that the cluster needs again with new keys, and lists the nodes that
 * need the revocation list.
 *
 * @since 0.1
 */
@Mojo(name = "pki-revoke", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiRevokeMojo extends CertificateMojo {

    /**
     * Ids of certificates as the goal {@code pki} shows them, with commas between them; {@code *} stands for any
     * characters. Each is revoked together with its living predecessors.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CERTIFICATES)
    private @Nullable List<String> certificates;

    /**
     * Serial numbers in hexadecimal digits, as {@code pki -Dpg1c.issued} shows them, with commas between them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SERIALS)
    private @Nullable List<String> serials;

    /**
     * The reason: {@code unspecified}, {@code keyCompromise}, {@code cACompromise}, {@code affiliationChanged},
     * {@code superseded}, {@code cessationOfOperation} or {@code privilegeWithdrawn}. Default: {@code unspecified}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.REASON)
    private @Nullable String reason;

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
    PkiRevokeMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech, yes)
                .onOne(
                        input,
                        RevokeCertificates.of(
                                new RevokeCertificates.Order(list(certificates), list(serials), said(reason), dryRun)));
    }
}
