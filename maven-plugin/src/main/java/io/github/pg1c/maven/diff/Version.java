package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.Manifest;
import java.util.function.Supplier;

/**
 * One configuration of a cluster.
 *
 * @param place where it is, as the user sees it
 * @param cluster name of the cluster
 * @param language language of its texts
 * @param manifest its settings; of a specification calculated when they are asked for
 */
record Version(String place, String cluster, Language language, Supplier<Manifest> manifest) {}
