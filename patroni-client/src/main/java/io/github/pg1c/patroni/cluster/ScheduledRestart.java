package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.protocol.RawJson;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A scheduled restart of a member.
 *
 * @param at when
 * @param onlyIfPending true for a restart only if a changed parameter waits for it
 * @param role the role that the member must have then, as Patroni writes it
 * @param postgresVersion the restart happens only if PostgreSQL is older than this
 * @param raw the whole entry
 * @since 0.1
 */
public record ScheduledRestart(
        Optional<OffsetDateTime> at,
        boolean onlyIfPending,
        Optional<Role> role,
        Optional<String> postgresVersion,
        RawJson raw) {}
