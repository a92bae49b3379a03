package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.generate.BundleGeneration;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.secrets.generate.GenerationOptions;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Generates the configuration of each specified cluster. Keys and passwords are made once, kept apart from the
 * configuration and reused; files that do not change are not touched. Nothing is written when a specification has an
 * error.
 *
 * @since 0.1
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
final class GenerateMojo extends StoreMojo {

    /**
     * Where the configuration goes, a directory per cluster; it holds no secret. Default: {@code pg1c} in the project's
     * build directory, without a POM {@code target/pg1c}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_DIRECTORY)
    private @Nullable File outputDirectory;

    /**
     * Shows what would change and writes nothing.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DRY_RUN, defaultValue = "false")
    private boolean dryRun;

    /**
     * Replaces files in the output directory that pg1c did not write or that were edited by hand.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORCE, defaultValue = "false")
    private boolean force;

    /**
     * The {@code <server>} of {@code settings.xml} with the passphrase of the authorities' keys, which encrypts them;
     * an encrypted passphrase is decrypted. Default: the environment variable {@code PG1C_CA_PASSPHRASE}, else a
     * question in a terminal, when keys are encrypted and certificates must be issued.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PASSPHRASE_SERVER)
    private @Nullable String passphraseServer;

    private final MavenServices maven;

    @Inject
    GenerateMojo(MavenServices maven) {
        super(maven);
        this.maven = maven;
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        GenerationOptions options = new GenerationOptions(
                path(outputDirectory, buildDirectory().resolve("pg1c")), secretsDirectory(), dryRun, force, version());
        return BundleGeneration.of(speech, options, MavenPassphrases.of(maven, SpeakingMojo.said(passphraseServer)))
                .of(input);
    }

    private static Path path(@Nullable File said, Path otherwise) {
        return said == null ? otherwise : said.toPath().toAbsolutePath().normalize();
    }
}
