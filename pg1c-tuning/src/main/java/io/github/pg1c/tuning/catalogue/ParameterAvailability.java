package io.github.pg1c.tuning.catalogue;

import java.util.Set;

/**
 * Which versions and builds have a parameter.
 *
 * @param from the first version that has it
 * @param to the last version that has it
 * @param builds that have it
 * @since 0.1
 */
public record ParameterAvailability(PgMajor from, PgMajor to, Set<Distribution> builds) {}
