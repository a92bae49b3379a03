package io.github.pg1c.secrets.generate;

import io.github.pg1c.pki.Passphrase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directories and options of a generation.
 *
 * @param outputDirectory parent of the bundle's directory
 * @param secretsDirectory parent of the secrets store's directory
 * @param dryRun report only: write neither the bundle nor a secret
 * @param force replace files that pg1c did not write or that were edited by hand
 * @param toolVersion version to put into the manifest
 * @param passphrase of the authorities' keys, which are encrypted under it; without one new keys are plain, and
 *     encrypted ones cannot issue
 * @since 0.1
 */
public record GenerationOptions(
        Path outputDirectory,
        Path secretsDirectory,
        boolean dryRun,
        boolean force,
        String toolVersion,
        Optional<Passphrase> passphrase) {

    /** Without a passphrase. */
    public GenerationOptions(
            Path outputDirectory, Path secretsDirectory, boolean dryRun, boolean force, String toolVersion) {
        this(outputDirectory, secretsDirectory, dryRun, force, toolVersion, Optional.empty());
    }

    /** Write, and refuse to replace what pg1c did not write. */
    public static GenerationOptions of(Path outputDirectory, Path secretsDirectory, String toolVersion) {
        return new GenerationOptions(outputDirectory, secretsDirectory, false, false, toolVersion);
    }

    /** The same with a dry run. */
    public GenerationOptions dry() {
        return new GenerationOptions(outputDirectory, secretsDirectory, true, force, toolVersion, passphrase);
    }

    /** The same with force. */
    public GenerationOptions forced() {
        return new GenerationOptions(outputDirectory, secretsDirectory, dryRun, true, toolVersion, passphrase);
    }

    /** The same with the passphrase of the authorities' keys; the caller closes it. */
    public GenerationOptions with(Passphrase secret) {
        return new GenerationOptions(
                outputDirectory, secretsDirectory, dryRun, force, toolVersion, Optional.of(secret));
    }
}
