package io.github.pg1c.patroni.cluster;

import java.util.Optional;

/**
 * How far a standby is, in two steps; Patroni 4.1 and later.
 *
 * @param position where it is altogether
 * @param received what it has received
 * @param receiveLag how far receiving is behind the leader
 * @param replayed what it has replayed
 * @param replayLag how far replay is behind the leader
 * @since 0.1
 */
public record ReplicationProgress(
        Optional<Lsn> position, Optional<Lsn> received, Lag receiveLag, Optional<Lsn> replayed, Lag replayLag) {}
