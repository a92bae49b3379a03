/**
 * Tests of the plugin as a whole and of the architecture of all modules, which are all on its class path.
 * The goals themselves are tested by the cases in {@code src/it}, which integration-tests/plugin-cases runs.
 */
@NullMarked
package io.github.pg1c.maven;

import org.jspecify.annotations.NullMarked;
