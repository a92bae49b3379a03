package io.github.pg1c.maven.specification;

import io.github.pg1c.model.Cluster;
import java.nio.file.Path;

/**
 * A cluster and its file.
 *
 * @param sha256 hash of the file
 */
public record SpecifiedCluster(Path file, Cluster cluster, String sha256) {}
