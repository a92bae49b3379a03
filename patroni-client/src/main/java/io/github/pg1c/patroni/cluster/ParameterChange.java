package io.github.pg1c.patroni.cluster;

/**
 * A parameter whose new value waits for a restart.
 *
 * @param name the parameter of PostgreSQL
 * @param oldValue the value in force
 * @param newValue the value after a restart
 * @since 0.1
 */
public record ParameterChange(String name, String oldValue, String newValue) {}
