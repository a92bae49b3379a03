package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.Manifest;
import java.util.function.Supplier;

/**
 * One configuration of a cluster.
 *
 * @param place its place as the user sees it
 * @param cluster name of the cluster
 * @param language language of its texts
 * @param manifest its settings; those of a specification are calculated on demand
 */
record Version(String place, String cluster, Language language, Supplier<Manifest> manifest) {}
