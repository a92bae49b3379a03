package io.github.pg1c.patroni.cluster;

/**
 * A parameter whose new value waits for a restart.
 *
 * @param name the parameter of PostgreSQL
 * @param oldValue what is in force
 * @param newValue what will be in force after a restart
 * @since 0.1
 */
public record ParameterChange(String name, String oldValue, String newValue) {}
