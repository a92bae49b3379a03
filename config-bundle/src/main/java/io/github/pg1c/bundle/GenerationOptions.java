package io.github.pg1c.bundle;

import java.nio.file.Path;

/**
 * Where a generation writes and how careful it is.
 *
 * @param outputDirectory parent of the bundle's directory
 * @param secretsDirectory parent of the secrets store's directory
 * @param dryRun report only: write neither the bundle nor a secret
 * @param force replace files that pg1c did not write or that were edited by hand
 * @param toolVersion version to put into the manifest
 * @since 0.1
 */
public record GenerationOptions(
        Path outputDirectory, Path secretsDirectory, boolean dryRun, boolean force, String toolVersion) {

    /** Write, and refuse to replace what pg1c did not write. */
    public static GenerationOptions of(Path outputDirectory, Path secretsDirectory, String toolVersion) {
        return new GenerationOptions(outputDirectory, secretsDirectory, false, false, toolVersion);
    }

    /** The same with a dry run. */
    public GenerationOptions dry() {
        return new GenerationOptions(outputDirectory, secretsDirectory, true, force, toolVersion);
    }

    /** The same with force. */
    public GenerationOptions forced() {
        return new GenerationOptions(outputDirectory, secretsDirectory, dryRun, true, toolVersion);
    }
}
