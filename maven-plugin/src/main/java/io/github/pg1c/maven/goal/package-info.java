/**
 * Common parts of all goals, and the goals about specifications, as {@code pg1c:generate}. They read parameters and
 * print sentences. Only these packages depend on Maven; the work itself is in the packages beside this one and in the
 * libraries.
 */
@NullMarked
package io.github.pg1c.maven.goal;

import org.jspecify.annotations.NullMarked;
