package io.github.pg1c.tuning.catalogue;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a parameter is changed in a cluster under Patroni; also for a parameter that the catalogue does not know.
 *
 * @param name as the catalogue spells it, or as it was asked for
 * @param context when the server takes a new value; nothing when the catalogue does not know the parameter
 * @param activation what a running server needs; a restart when the context is not known
 * @param standbyLimit whether a standby stops when its value is below its leader's: such a value is raised on all
 *     standbys first and lowered on the leader first
 * @param scope where Patroni keeps it: a parameter of the DCS has the same value on all members, and a member's own
 *     file does not change it
 * @param owner who decides its value
 * @param least below this number Patroni uses its own default instead; nothing when it takes any number
 * @see <a href="https://patroni.readthedocs.io/en/latest/patroni_configuration.html">Patroni: PostgreSQL parameters
 *     controlled by Patroni</a>
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby
 *     parameter reference</a>
 * @since 0.1
 */
public record ParameterHandling(
        String name,
        Optional<ParameterContext> context,
        Activation activation,
        boolean standbyLimit,
        ParameterScope scope,
        ParameterOwner owner,
        OptionalInt least) {}
