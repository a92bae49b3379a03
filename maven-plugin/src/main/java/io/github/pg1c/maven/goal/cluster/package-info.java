/**
 * The goals about running clusters, as {@code pg1c:status} and {@code pg1c:switchover}. Each reads parameters, runs one
 * operation and prints sentences.
 */
@NullMarked
package io.github.pg1c.maven.goal.cluster;

import org.jspecify.annotations.NullMarked;
