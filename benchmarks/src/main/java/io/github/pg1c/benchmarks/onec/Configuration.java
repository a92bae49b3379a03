package io.github.pg1c.benchmarks.onec;

/**
 * Parameters of a server under a name.
 *
 * @param name in the results
 * @param text as {@code postgresql.conf} has it
 */
public record Configuration(String name, String text) {}
