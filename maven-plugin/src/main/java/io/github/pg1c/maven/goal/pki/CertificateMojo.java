package io.github.pg1c.maven.goal.pki;

import io.github.pg1c.maven.certificates.CertificateGoals;
import io.github.pg1c.maven.goal.MavenConfirmation;
import io.github.pg1c.maven.goal.MavenPassphrases;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.goal.OutputFile;
import io.github.pg1c.maven.goal.StandardOutput;
import io.github.pg1c.maven.goal.StoreMojo;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Common parts of goals about the certificates of specified clusters: cluster, store, passphrase. */
abstract class CertificateMojo extends StoreMojo {

    /**
     * The name of the cluster, when several are specified.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CLUSTER)
    private @Nullable String cluster;

    /**
     * The {@code <server>} of {@code settings.xml} with the passphrase of the authorities' keys; an encrypted one is
     * decrypted. Default: the environment variable {@code PG1C_CA_PASSPHRASE}, else a question in a terminal when one
     * is needed. With a passphrase the next change encrypts plain keys.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PASSPHRASE_SERVER)
    private @Nullable String passphraseServer;

    private final MavenServices maven;

    CertificateMojo(MavenServices maven) {
        super(maven);
        this.maven = maven;
    }

    /** Goals without questions and with sentences only. */
    final CertificateGoals goals(Speech speech) {
        return goals(speech, false);
    }

    /** Goals that ask, unless the user has agreed beforehand. */
    final CertificateGoals goals(Speech speech, boolean yes) {
        return goals(speech, yes, StandardOutput.INSTANCE);
    }

    /** Goals that show something. */
    final CertificateGoals goals(Speech speech, @Nullable File outputFile) {
        return goals(
                speech,
                false,
                path(outputFile).<Consumer<String>>map(OutputFile::new).orElse(StandardOutput.INSTANCE));
    }

    private CertificateGoals goals(Speech speech, boolean yes, Consumer<String> output) {
        Confirmation confirmation = new MavenConfirmation(yes, maven.terminal());
        return new CertificateGoals(
                secretsDirectory(),
                said(cluster),
                speech,
                confirmation,
                output,
                MavenPassphrases.of(maven, said(passphraseServer)),
                Clock.systemUTC(),
                new SecureRandom());
    }

    static List<Path> paths(@Nullable List<File> files) {
        return files == null
                ? List.of()
                : files.stream().flatMap(file -> path(file).stream()).toList();
    }
}
