package io.github.pg1c.patroni.operation;

/**
 * Nothing was done, and this is why.
 *
 * @param reason the reason
 * @param text the words of Patroni, or of this library for what it refuses itself
 * @since 0.1
 */
public record Refused(RefusalReason reason, String text)
        implements SwitchoverOutcome,
                RestartOutcome,
                ReloadOutcome,
                ReinitializeOutcome,
                CancelOutcome,
                ConfigOutcome {}
