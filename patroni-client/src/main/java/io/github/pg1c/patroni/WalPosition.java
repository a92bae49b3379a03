package io.github.pg1c.patroni;

import java.util.OptionalLong;

/**
 * Positions in the WAL, as byte offsets.
 *
 * @param written where a primary writes
 * @param received what a standby has received
 * @param replayed what a standby has replayed
 * @param replayPaused true when replay on a standby was paused
 * @since 0.1
 */
public record WalPosition(OptionalLong written, OptionalLong received, OptionalLong replayed, boolean replayPaused) {}
