package io.github.pg1c.secrets.generate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.write.BundleWriter;
import io.github.pg1c.bundle.write.ForeignFilesException;
import io.github.pg1c.bundle.write.StagedBundle;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.secrets.PassphraseException;
import io.github.pg1c.secrets.SecretChange;
import io.github.pg1c.secrets.SecretStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Generates the files of a specification: checks it, renders the bundle, makes missing secrets and writes what changed.
 *
 * @since 0.1
 */
public final class Generator {

    private final Clock clock;
    private final SecureRandom random;

    /**
     * A generator.
     *
     * @param clock decides when certificates begin and end; nothing else depends on it
     * @param random source of keys and passwords
     */
    public Generator(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Generates from a parsed specification.
     *
     * @throws InvalidClusterException when it has errors; nothing was written
     * @throws ForeignFilesException when files would be lost and {@code force} is not set; nothing was written
     * @throws ManifestException when a later version of pg1c wrote the bundle that is there; nothing was written
     * @throws FileException when the file system refuses, another run has the lock, or one directory is in the other;
     *     no secret was made or replaced, and the bundle is complete: the old one, or the new one when its last step
     *     failed
     * @throws GenerationException when the file system or an authority refuses after secrets were made or replaced; it
     *     says what was left behind
     * @throws PassphraseException when something is to be issued and the passphrase of the authorities' keys is missing
     *     or wrong; no secret was written
     * @throws io.github.pg1c.pki.PkiException when an authority in the secrets store cannot be used
     */
    public GenerationReport generate(Specification specification, GenerationOptions options) {
        ClusterPlan plan =
                specification.plan().orElseThrow(() -> new InvalidClusterException(specification.problems()));
        return generate(plan, specification.sha256(), options);
    }

    /**
     * Generates from a cluster built in Java; {@code specificationSha256} identifies what it was built from.
     *
     * @throws InvalidClusterException when it has errors; nothing was written
     * @throws ForeignFilesException when files would be lost and {@code force} is not set; nothing was written
     * @throws ManifestException when a later version of pg1c wrote the bundle that is there; nothing was written
     * @throws FileException when the file system refuses, another run has the lock, or one directory is in the other;
     *     no secret was made or replaced, and the bundle is complete: the old one, or the new one when its last step
     *     failed
     * @throws GenerationException when the file system or an authority refuses after secrets were made or replaced; it
     *     says what was left behind
     * @throws PassphraseException when something is to be issued and the passphrase of the authorities' keys is missing
     *     or wrong; no secret was written
     * @throws io.github.pg1c.pki.PkiException when an authority in the secrets store cannot be used
     */
    public GenerationReport generate(Cluster cluster, String specificationSha256, GenerationOptions options) {
        return generate(ClusterPlan.of(cluster), specificationSha256, options);
    }

    private GenerationReport generate(ClusterPlan plan, String specificationSha256, GenerationOptions options) {
        SecretStore store = SecretStore.of(plan, options.secretsDirectory(), options.passphrase());
        Bundle bundle = Bundle.of(plan, store.revocationLists(), specificationSha256, options.toolVersion());
        BundleWriter writer = new BundleWriter(options.outputDirectory());
        SeparateDirectories.check(
                options.outputDirectory(),
                writer.directory(bundle.name().toString()),
                options.secretsDirectory(),
                store.directory());
        // Refusals come before the first secret is made.
        List<FileChange> planned = writer.plan(bundle, options.force());
        Optional<BundleDiff> diff =
                writer.manifest(bundle.name().toString()).map(before -> BundleDiff.between(before, bundle.manifest()));
        if (options.dryRun()) {
            return report(bundle, writer, store, planned, store.examine(clock), diff);
        }
        // The bundle is on the disk before the first secret is made, and takes its place after the last.
        try (StagedBundle staged = writer.stage(bundle, options.force())) {
            MadeSecrets made = MadeSecrets.begin(writer.directory(bundle.name().toString()), store.directory());
            List<SecretChange> secrets = made.beforeTheBundle(() -> store.ensure(clock, random));
            made.replacing(staged::commit);
            return report(bundle, writer, store, staged.changes(), secrets, diff);
        }
    }

    private static GenerationReport report(
            Bundle bundle,
            BundleWriter writer,
            SecretStore store,
            List<FileChange> changes,
            List<SecretChange> secrets,
            Optional<BundleDiff> diff) {
        return new GenerationReport(
                writer.directory(bundle.name().toString()), store.directory(), changes, secrets, diff);
    }
}
