package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.ImportCertificates;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Imports files of an external authority: its own certificate, its answers to signing requests, or its revocation
 * lists. All of them are imported, or none.
 *
 * @since 0.1
 */
@Mojo(name = "pki-import", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiImportMojo extends CertificateMojo {

    /**
     * The authority: {@code etcd} or {@code cluster}. Needed when both are external.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AUTHORITY)
    private @Nullable String authority;

    /**
     * The authority's certificate and those above it up to the root, in PEM, DER or PKCS#7.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AUTHORITY_FILE)
    private @Nullable File authorityFile;

    /**
     * Answers to signing requests in PEM, DER or PKCS#7: files, or directories of files, with commas between them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.ANSWERS)
    private @Nullable List<File> answers;

    /**
     * The authority's revocation lists, with those of the authorities above it, in PEM; or one in DER.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.REVOCATION_LIST)
    private @Nullable File revocationList;

    /**
     * Answers every question with yes. A goal that needs an answer fails without this in batch mode.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.YES, defaultValue = "false")
    private boolean yes;

    @Inject
    PkiImportMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return goals(speech, yes)
                .onOne(
                        input,
                        ImportCertificates.of(new ImportCertificates.Order(
                                said(authority), path(authorityFile), paths(answers), path(revocationList))));
    }
}
