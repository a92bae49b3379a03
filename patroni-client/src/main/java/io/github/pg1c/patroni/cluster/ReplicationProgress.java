package io.github.pg1c.patroni.cluster;

import java.util.Optional;

/**
 * Received and replayed positions of a standby; Patroni 4.1 and later.
 *
 * @param position its position in total
 * @param received the received position
 * @param receiveLag the lag of the received position behind the leader
 * @param replayed the replayed position
 * @param replayLag the lag of the replayed position behind the leader
 * @since 0.1
 */
public record ReplicationProgress(
        Optional<Lsn> position, Optional<Lsn> received, Lag receiveLag, Optional<Lsn> replayed, Lag replayLag) {}
