package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Language;

/**
 * What is compared.
 *
 * @param cluster name of the cluster
 * @param language the language it is spoken of in
 * @param before where the earlier configuration is, as the user sees it
 * @param after where the later one is
 */
record Comparison(String cluster, Language language, String before, String after) {}
