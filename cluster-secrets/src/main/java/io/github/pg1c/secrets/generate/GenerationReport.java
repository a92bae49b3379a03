package io.github.pg1c.secrets.generate;

import io.github.pg1c.bundle.Change;
import io.github.pg1c.bundle.part.Impact;
import io.github.pg1c.secrets.SecretChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a generation did, or with a dry run would do.
 *
 * @param bundle directory of the bundle
 * @param secrets directory of the cluster's secrets
 * @param changes every file of the bundle, and those that are removed, by path
 * @param secretChanges secrets that were made; empty when all were there
 * @param impacts the heaviest impact of each node's changes; nodes without a change are absent
 * @since 0.1
 */
public record GenerationReport(
        Path bundle,
        Path secrets,
        List<Change> changes,
        List<SecretChange> secretChanges,
        Map<String, Impact> impacts) {

    public GenerationReport {
        changes = List.copyOf(changes);
        secretChanges = List.copyOf(secretChanges);
        impacts = Map.copyOf(impacts);
    }

    /** How many files had this happen to them. */
    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Whether any file of the bundle or any secret is new or different. */
    public boolean changed() {
        return count(Change.Kind.UNCHANGED) < changes.size() || !secretChanges.isEmpty();
    }
}
