package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.protocol.RawJson;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A restart that a member will do by itself.
 *
 * @param at when
 * @param onlyIfPending true when it happens only if a changed parameter waits for it
 * @param role the role that the member must have then, as Patroni writes it
 * @param postgresVersion happens only if PostgreSQL is older than this
 * @param raw the whole entry
 * @since 0.1
 */
public record ScheduledRestart(
        Optional<OffsetDateTime> at,
        boolean onlyIfPending,
        Optional<Role> role,
        Optional<String> postgresVersion,
        RawJson raw) {}
