/**
 * Sentences about running clusters: what the user wrote becomes an operation of {@code io.github.pg1c.ops}, and its
 * plan, events and result become words in the user's language. Nothing here decides what is done with a cluster.
 */
@NullMarked
package io.github.pg1c.maven.operate;

import org.jspecify.annotations.NullMarked;
