/**
 * Calculates PostgreSQL's parameters for 1C:Enterprise from hardware and connections, each with its formula and reason.
 * {@link io.github.pg1c.tuning.Calculator} is where to start; {@link
 * io.github.pg1c.tuning.catalogue.ParameterCatalogue} knows every parameter of PostgreSQL.
 */
@NullMarked
package io.github.pg1c.tuning;

import org.jspecify.annotations.NullMarked;
