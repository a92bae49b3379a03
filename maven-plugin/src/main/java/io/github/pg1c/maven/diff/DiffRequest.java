package io.github.pg1c.maven.diff;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The sides of a comparison, and its form.
 *
 * @param before a bundle or specifications; empty for the bundles in the output directory
 * @param after a bundle or specifications; empty for the specifications of the input
 * @param cluster name of the one cluster to compare; empty for all
 * @param format word for the form of the answer; empty for text for people
 * @param outputDirectory parent of the bundles' directories
 * @param secretsDirectory parent of the clusters' secrets stores
 * @param toolVersion version of pg1c
 */
public record DiffRequest(
        Optional<Path> before,
        Optional<Path> after,
        Optional<String> cluster,
        Optional<String> format,
        Path outputDirectory,
        Path secretsDirectory,
        String toolVersion) {}
