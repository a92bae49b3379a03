/**
 * Servers that run at once and get each operation in turn, one right after the other, so that a machine that slows down
 * slows all of them: for effects that are smaller than the difference between one run and the next.
 */
@NullMarked
package io.github.pg1c.benchmarks.onec.paired;

import org.jspecify.annotations.NullMarked;
