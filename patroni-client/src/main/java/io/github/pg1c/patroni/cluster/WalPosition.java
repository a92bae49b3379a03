package io.github.pg1c.patroni.cluster;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Positions in the WAL.
 *
 * @param written the position where a primary writes
 * @param received the position that a standby has received
 * @param replayed the position that a standby has replayed
 * @param replayedAt when the last replayed transaction was committed
 * @param replayPaused true when replay on a standby was paused
 * @since 0.1
 */
public record WalPosition(
        Optional<Lsn> written,
        Optional<Lsn> received,
        Optional<Lsn> replayed,
        Optional<OffsetDateTime> replayedAt,
        boolean replayPaused) {}
