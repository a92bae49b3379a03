package io.github.pg1c.secrets.generate;

import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.secrets.SecretChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a generation did, or with a dry run would do.
 *
 * @param bundle directory of the bundle
 * @param secrets directory of the cluster's secrets
 * @param changes every file of the bundle, and those that are removed, by path
 * @param secretChanges secrets that were made; empty when all were there
 * @param diff what the new bundle changes on the cluster; empty when there was none before
 * @since 0.1
 */
public record GenerationReport(
        Path bundle,
        Path secrets,
        List<FileChange> changes,
        List<SecretChange> secretChanges,
        Optional<BundleDiff> diff) {

    public GenerationReport {
        changes = List.copyOf(changes);
        secretChanges = List.copyOf(secretChanges);
    }

    /** The number of files with this kind of change. */
    public long count(FileChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Whether any file of the bundle or any secret is new or different. */
    public boolean changed() {
        return count(FileChange.Kind.UNCHANGED) < changes.size() || !secretChanges.isEmpty();
    }
}
