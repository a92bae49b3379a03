package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.certificates.CfsslCommand;
import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.goal.MavenPassphrases;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.goal.SpeakingMojo;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Does what {@code cfssl … | cfssljson -bare} does with the same JSON files, without a POM and without a specification.
 * Reports all mistakes of the inputs at once, writes all files or none, and replaces no existing file.
 *
 * @since 0.1
 */
@Mojo(name = "pki-cfssl", requiresProject = false, aggregator = true, threadSafe = true)
final class PkiCfsslMojo extends SpeakingMojo {

    /** The variable from which cfssl reads the passphrase of the authority's key. */
    private static final String CFSSL_VARIABLE = "CFSSL_CA_PK_PASSWORD";

    /**
     * {@code gencert}, {@code initca} ({@code gencert -initca}), {@code renewca} ({@code gencert -renewca}),
     * {@code genkey} or {@code sign}. Default: {@code gencert}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.COMMAND)
    private @Nullable String command;

    /**
     * The authority's certificate, {@code -ca}. Default: {@code ca.pem} in the base directory.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CA)
    private @Nullable File ca;

    /**
     * The authority's key, {@code -ca-key}. Default: beside the certificate, {@code ca-key.pem} for {@code ca.pem}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CA_KEY)
    private @Nullable File caKey;

    /**
     * The signing policy {@code ca-config.json}, {@code -config}. Default: cfssl's own, one year for servers and
     * clients.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CONFIG)
    private @Nullable File config;

    /**
     * The requests, cfssl's last argument, with commas between them: JSON, for {@code sign} PEM or a directory of
     * {@code *.csr}. {@code etcd-csr.json} becomes {@code etcd.pem}, {@code etcd-key.pem} and {@code etcd.csr} beside
     * it.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CSR)
    private @Nullable List<File> csr;

    /**
     * The profile of the policy, {@code -profile}. Default: the policy's default one.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PROFILE)
    private @Nullable String profile;

    /**
     * Host names and addresses in place of the requests', {@code -hostname}, with commas between them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.HOSTNAME)
    private @Nullable List<String> hostname;

    /**
     * The beginning of the file names, {@code cfssljson -bare}; for one request.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.BARE)
    private @Nullable File bare;

    /**
     * Accepts all inputs that cfssl accepts, with warnings for those that are refused otherwise.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.COMPAT, defaultValue = "false")
    private boolean compat;

    /**
     * Replaces existing files; a replaced key is lost.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORCE, defaultValue = "false")
    private boolean force;

    /**
     * The {@code <server>} of {@code settings.xml} with the passphrase of the authority's key; an encrypted one is
     * decrypted. Default: the environment variable {@code PG1C_CA_PASSPHRASE} or {@code CFSSL_CA_PK_PASSWORD}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PASSPHRASE_SERVER)
    private @Nullable String passphraseServer;

    private final MavenServices maven;

    @Inject
    PkiCfsslMojo(MavenServices maven) {
        super(maven);
        this.maven = maven;
    }

    @Override
    protected GoalResult run(Optional<Language> chosen, Speech speech) {
        Passphrases passphrases = new MavenPassphrases(
                maven, SpeakingMojo.said(passphraseServer), List.of(Passphrases.VARIABLE, CFSSL_VARIABLE));
        Path here = baseDirectory();
        CfsslCommand.Order order = new CfsslCommand.Order(
                SpeakingMojo.said(command),
                compat,
                SpeakingMojo.path(ca),
                SpeakingMojo.path(caKey),
                SpeakingMojo.path(config),
                CertificateMojo.paths(csr),
                SpeakingMojo.said(profile),
                SpeakingMojo.list(hostname),
                SpeakingMojo.path(bare),
                force,
                here);
        return new CfsslCommand(
                        order, speech, chosen.orElse(Language.RU), passphrases, Clock.systemUTC(), new SecureRandom())
                .run();
    }
}
