package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Language;

/**
 * The two sides of a comparison.
 *
 * @param cluster name of the cluster
 * @param language the language of sentences about it
 * @param before the place of the earlier configuration as the user sees it
 * @param after the place of the later one
 */
record Comparison(String cluster, Language language, String before, String after) {}
