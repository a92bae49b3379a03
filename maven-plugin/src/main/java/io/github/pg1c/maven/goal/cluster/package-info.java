/**
 * The goals about running clusters, as {@code pg1c:status} and {@code pg1c:switchover}: parameters in, one operation,
 * sentences out.
 */
@NullMarked
package io.github.pg1c.maven.goal.cluster;

import org.jspecify.annotations.NullMarked;
