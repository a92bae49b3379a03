/**
 * Measurements of what pg1c claims about its speed. Each compares two things in one run, because machines are noisy and
 * only ratios travel.
 */
@NullMarked
package io.github.pg1c.benchmarks;

import org.jspecify.annotations.NullMarked;
