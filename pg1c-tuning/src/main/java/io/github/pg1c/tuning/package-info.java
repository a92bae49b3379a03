/**
 * Calculates PostgreSQL's parameters for 1C:Enterprise from hardware and connections, each with its formula and reason.
 * {@link io.github.pg1c.tuning.Calculator} is where to start; {@link io.github.pg1c.tuning.catalogue.ParameterCatalogue} checks
 * what a user writes instead of a calculated value.
 */
@NullMarked
package io.github.pg1c.tuning;

import org.jspecify.annotations.NullMarked;
